//! A letter that is written already: opened in the reader's own program where an address can carry it, else saved as a file
//! that such a program opens.

use leptos::prelude::*;

use crate::browser::files;
use crate::exchange::mail;
use crate::organisation::links;
use crate::organisation::value::Language;
use crate::text::letter as said;

/// Characters of a `mailto:` address, at most: some programs cut a longer one, and some do not open it.
const LONGEST: usize = 1900;

/// A letter that is written already.
#[derive(Debug, Clone, Copy)]
pub struct ReadyLetter<'l> {
    /// The address it goes to; empty where none is known.
    pub to: &'l str,
    /// What it is about.
    pub subject: &'l str,
    /// All that it says.
    pub text: &'l str,
    /// What its file is called, without an ending.
    pub stem: &'l str,
    /// Who it goes to, where several letters stand together.
    pub name: Option<&'l str>,
}

/// What opens or saves a letter.
pub fn letter_act(letter: ReadyLetter<'_>, class: &'static str, language: Language) -> AnyView {
    let ReadyLetter { to, subject, text, stem, name } = letter;
    let label = |act: &str| name.map(|name| format!("{act}: {name}"));
    let href = links::letter(to, subject, text);
    if href.len() <= LONGEST {
        let act = said::open(language);
        return view! { <a class=class href=href aria-label=label(act)>{act}</a> }.into_any();
    }
    let act = said::save(language);
    let (file, content) = (format!("{stem}.eml"), mail::letter(Some(to), None, subject, text, None));
    let save = move |_| _ = files::save(&file, "message/rfc822", &content);
    view! { <button type="button" class=class on:click=save aria-label=label(act)>{act}</button> }.into_any()
}
