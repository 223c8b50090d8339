//! The files of a round: a part and a letter for each who is asked, in one archive or in a folder.

use leptos::prelude::*;

use super::forms::{self, RoundForms};
use crate::browser::folder::DiskFolder;
use crate::browser::{clock, files, location, portable, seal};
use crate::engine::request::AskRoundFiles;
use crate::engine::view::RoundFile;
use crate::exchange::bundle::bundle;
use crate::exchange::mail::{self, Attachment};
use crate::exchange::portable as copies;
use crate::exchange::sealed::{SealRefusal, generated, sealed_name};
use crate::organisation::links;
use crate::organisation::value::{Date, Label, Language};
use crate::page::session::Session;
use crate::text::extract::receiver_name;
use crate::text::portable as copied;
use crate::text::travel::round::{RoundLetter, letter};
use crate::text::travel::rounds as said;
use crate::travel::round::PartForm;

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
    /// The kind of file that each gets.
    pub(super) forms: RoundForms,
}

/// Where the files of a round are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MadeWhere {
    /// In an archive, which was offered to be saved.
    Archive,
    /// In a folder of the reader's choice.
    Folder,
}

/// Why there are no files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotMade {
    /// What is wished cannot be made.
    Wish,
    /// What a portable copy begins with cannot be fetched.
    Template,
    /// A part cannot be sealed: the round was made where the browser offers that, and the page has another address here.
    Seal(SealRefusal),
    /// The folder cannot be picked, and no round has been made.
    Picking,
    /// The folder cannot be written to.
    Folder,
}

/// What has been made.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MadeFiles {
    /// Where the files are.
    pub(super) to: MadeWhere,
    /// What the archive or the folder is called.
    pub(super) name: String,
    /// For each who is asked the name and the address that opens their letter without the file.
    pub(super) letters: Vec<(String, String)>,
    /// For each who is asked the name, the file and its passphrase, where the files are sealed.
    pub(super) phrases: Vec<[String; 3]>,
}

/// Makes the files of a round that the open file has, and writes them to a folder or offers them to be saved.
pub(super) async fn made(
    session: Session,
    text: RoundText,
    folder: Option<DiskFolder>,
    language: Language,
) -> Result<MadeFiles, NotMade> {
    let (on, kept_in) = (untrack(|| session.on()), forms::slot(session, &text.id));
    let asked = AskRoundFiles { round: text.id.clone(), on, made: clock::today() };
    let parts = session.ask(asked).await.ok_or(NotMade::Wish)?;
    let any_copy = parts.iter().any(|part| text.forms.of(&part.receiver.key) == PartForm::Copy);
    let template = if any_copy { Some(portable::template().await.ok_or(NotMade::Template)?) } else { None };
    let name = said::file_name(&text.id, language);
    let mut made = MadeFiles { to: MadeWhere::Archive, name, letters: Vec::new(), phrases: Vec::new() };
    let mut all = Vec::with_capacity(2 * parts.len());
    for part in parts {
        all.extend(written(&text, part, template.as_deref(), &mut made, language).await?);
    }
    if let Some(folder) = folder {
        made.to = MadeWhere::Folder;
        made.name = lie_in(&folder, &said::folder_name(&text.id, language), &all).await.ok_or(NotMade::Folder)?;
    } else {
        let bytes = bundle(&all).ok_or(NotMade::Wish)?;
        files::save_bytes(&made.name, "application/zip", &bytes);
    }
    session.keep_form(&kept_in, &text.forms);
    Ok(made)
}

/// Writes files to a folder of their own within another; what it is called.
async fn lie_in(folder: &DiskFolder, name: &str, files: &[(String, Vec<u8>)]) -> Option<String> {
    let own = folder.make(name).await.ok()?;
    for (name, content) in files {
        own.write(name, content).await.ok()?;
    }
    Some([folder.name(), own.name()].join("/"))
}

/// The file and the letter of one who is asked, by name.
async fn written(
    text: &RoundText,
    part: RoundFile,
    template: Option<&[u8]>,
    made: &mut MadeFiles,
    language: Language,
) -> Result<[(String, Vec<u8>); 2], NotMade> {
    let who = receiver_name(&part.receiver, language);
    let plain = format!("{}.json", part.stem);
    let form = text.forms.of(&part.receiver.key);
    let (name, content, kind) = match form {
        PartForm::Extract => (plain, part.extract.into_bytes(), "application/json"),
        PartForm::Sealed => {
            let phrase = generated(seal::random().ok_or(NotMade::Seal(SealRefusal::NoCryptography))?);
            let content = seal::seal(part.extract.as_bytes(), &phrase).await.map_err(NotMade::Seal)?;
            let name = sealed_name(&plain);
            made.phrases.push([who.clone(), name.clone(), phrase]);
            (name, content, "application/octet-stream")
        }
        PartForm::Copy => {
            let told = copies::told(&part.extract, &part.receiver.receiver);
            let of_itself = |language| copied::made_for(told, &part.receiver, clock::today(), language);
            let content = copies::copy(template.unwrap_or_default(), &plain, of_itself, &part.extract);
            (format!("{}.html", part.stem), content.ok_or(NotMade::Template)?, "text/html")
        }
    };
    // What is opened from a disk has no address that others can open.
    let page = Some(location::own()).filter(|page| page.starts_with("http")).unwrap_or_default();
    let (subject, body) = letter(
        RoundLetter {
            of: text.of.say(language),
            round: &text.name,
            message: &text.message,
            due: text.due,
            answer_to: &text.answer_to,
            name: part.receiver.name.say(language),
            file: &name,
            page: &page,
            form,
        },
        language,
    );
    let to = part.to.email.as_deref();
    made.letters.push((who, links::letter(to.unwrap_or_default(), &subject, &body)));
    let attached = Attachment { name: &name, kind, content: &content };
    let mail = mail::letter(to, Some(&text.answer_to), &subject, &body, Some(attached));
    Ok([(name, content), (format!("{}.eml", part.stem), mail.into_bytes())])
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
