//! The files of a round: an extract and a letter for each who is asked, in one archive.

use leptos::prelude::*;

use crate::browser::{clock, files, seal};
use crate::engine::request::AskRoundFiles;
use crate::engine::view::RoundFile;
use crate::exchange::bundle::bundle;
use crate::exchange::mail::{self, Attachment};
use crate::exchange::sealed::{generated, sealed_name};
use crate::organisation::links;
use crate::organisation::value::{Date, Label, Language};
use crate::page::session::Session;
use crate::text::extract::receiver_name;
use crate::text::travel::round::{RoundLetter, letter};
use crate::text::travel::rounds as said;

/// What the letters of a round say.
#[derive(Debug, Clone)]
pub(super) struct RoundText {
    /// The id of the round.
    pub(super) id: String,
    /// What the municipality is called.
    pub(super) of: Label,
    /// What the round is called.
    pub(super) name: String,
    /// What is said besides; may be empty.
    pub(super) message: String,
    /// The last day on which an answer is in time.
    pub(super) due: Date,
    /// The address that answers go to; may be empty.
    pub(super) answer_to: String,
    /// Whether the extracts are sealed.
    pub(super) is_sealed: bool,
}

/// What has been made.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MadeFiles {
    /// What the archive is called.
    pub(super) file: String,
    /// For each who is asked the name and the address that opens their letter without the file.
    pub(super) letters: Vec<(String, String)>,
    /// For each who is asked the name, the file and its passphrase, where the files are sealed.
    pub(super) phrases: Vec<[String; 3]>,
}

/// Makes the files of a round that the open file has, and offers them to be saved; none where that cannot be done.
pub(super) async fn made(session: Session, text: RoundText, language: Language) -> Option<MadeFiles> {
    let on = untrack(|| session.on());
    let parts = session.ask(AskRoundFiles { round: text.id.clone(), on, made: clock::today() }).await?;
    let file = said::file_name(&text.id, language);
    let mut made = MadeFiles { file, letters: Vec::new(), phrases: Vec::new() };
    let mut all = Vec::with_capacity(2 * parts.len());
    for part in parts {
        all.extend(written(&text, part, &mut made, language).await?);
    }
    let bytes = bundle(&all)?;
    files::save_bytes(&made.file, "application/zip", &bytes);
    Some(made)
}

/// The extract and the letter of one who is asked, by name.
async fn written(
    text: &RoundText,
    part: RoundFile,
    made: &mut MadeFiles,
    language: Language,
) -> Option<[(String, Vec<u8>); 2]> {
    let who = receiver_name(&part.receiver, language);
    let (mut name, mut content, mut kind) =
        (format!("{}.json", part.stem), part.extract.into_bytes(), "application/json");
    if text.is_sealed {
        let phrase = generated(seal::random()?);
        content = seal::seal(&content, &phrase).await.ok()?;
        (name, kind) = (sealed_name(&name), "application/octet-stream");
        made.phrases.push([who.clone(), name.clone(), phrase]);
    }
    let (subject, body) = letter(
        RoundLetter {
            of: text.of.say(language),
            round: &text.name,
            message: &text.message,
            due: text.due,
            answer_to: &text.answer_to,
            name: part.receiver.name.say(language),
            file: &name,
            is_sealed: text.is_sealed,
        },
        language,
    );
    let to = part.to.email.as_deref();
    made.letters.push((who, links::letter(to.unwrap_or_default(), &subject, &body)));
    let attached = Attachment { name: &name, kind, content: &content };
    let mail = mail::letter(to, Some(&text.answer_to), &subject, &body, attached);
    Some([(name, content), (format!("{}.eml", part.stem), mail.into_bytes())])
}

/// The passphrases, to be told in another way than by mail.
pub(super) fn phrases(phrases: &[[String; 3]], language: Language) -> AnyView {
    let list: String = phrases.iter().map(|row| row.join("\t") + "\n").collect();
    let save = move |_| _ = files::save(said::phrases_name(language), "text/plain;charset=utf-8", &list);
    let row = |[who, _, phrase]: &[String; 3]| {
        view! { <tr><th scope="row">{who.clone()}</th><td><code>{phrase.clone()}</code></td></tr> }
    };
    view! {
        <h2>{said::phrases(language)}</h2>
        <p>{said::phrases_lead(language)}</p>
        <table class="lists" aria-label=said::phrases(language)><tbody>{phrases.iter().map(row).collect_view()}</tbody></table>
        <p class="actions no-print">
            <button type="button" class="button" on:click=save>{said::save_phrases(language)}</button>
        </p>
    }
    .into_any()
}
