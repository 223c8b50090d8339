//! The report of the risk and vulnerability analysis, said: from its facts to blocks that can be drawn.

mod changes;
mod labels;
mod lacks;
mod left_out;
mod measures;
mod method;
mod organisation;
mod risks;
#[cfg(test)]
mod tests;
mod vulnerability;

pub use self::labels::*;
pub use self::lacks::lack;
use super::numbers::{and, capital, date, spelled};
use super::overview::Sentence;
use super::{say, word};
use crate::disclosure::Audience;
use crate::engine::view::report::{HeadingView, ReportPart};
use crate::engine::view::{ClassView, ReportView};
use crate::organisation::number::saturating;
use crate::organisation::report::Content;
use crate::organisation::value::{Label, Language};
use crate::report::block::{Block, ShadeMark};
use crate::report::{FIRST_RULES, Report, ReportOrigin, ReportSection};

/// The report. `hash` is the SHA-256 of the data; empty where that has changes that no file holds.
pub fn report(view: &ReportView, hash: &str, language: Language) -> Report {
    let municipality = view.municipality.say(language).to_owned();
    let version = env!("CARGO_PKG_VERSION");
    let data = Some(hash.to_owned()).filter(|hash| !hash.is_empty());
    let hash = if data.is_some() { hash } else { unsaved_data(language) };
    Report {
        origin: ReportOrigin {
            language,
            on: view.on,
            audience: view.audience,
            version: version.to_owned(),
            rules: view.rules,
            data,
            profile: view.profile.id.clone(),
        },
        municipality,
        title: title(language).to_owned(),
        day: date(view.on, language),
        preface: preface(view, hash, language),
        contents: contents(language).to_owned(),
        lacking: incomplete(language).to_owned(),
        sections: view.headings.iter().map(|heading| section(heading, view, language)).collect(),
        colophon: vec![
            say!(language; "Underlagets kontrollsumma (SHA-256): {hash}", "Checksum of the data (SHA-256): {hash}"),
            say!(language; "Framställd med Ombud {version}.", "Made with Ombud {version}."),
        ],
        page: page(language).to_owned(),
    }
}

/// The verdict of the page: under how many headings something is missing.
pub fn verdict(view: &ReportView, language: Language) -> Sentence {
    let all = saturating(view.headings.len());
    let lacking = saturating(view.headings.iter().filter(|heading| heading.lacks()).count());
    if all == 0 {
        return Sentence::plain(word(language, "Rapporten har inga rubriker.", "The report has no headings."));
    }
    if lacking == 0 {
        return Sentence::plain(word(
            language,
            "Rapporten är fullständig: ingen rubrik saknar något.",
            "The report is complete: no heading lacks anything.",
        ));
    }
    let (some, of) = (capital(&spelled(lacking, false, language)), spelled(all, false, language));
    Sentence {
        before: String::new(),
        stress: match (language, all) {
            (_, 1) => word(language, "Rapportens enda rubrik", "The report’s only heading").into(),
            (Language::Swedish, _) => format!("{some} av {of} rubriker"),
            (Language::English, _) => format!("{some} of {of} headings"),
        },
        after: match lacking {
            1 => word(language, " är ofullständig.", " is incomplete."),
            _ => word(language, " är ofullständiga.", " are incomplete."),
        }
        .into(),
    }
}

/// What follows the headline: which headings lack something.
pub fn after_verdict(view: &ReportView, language: Language) -> String {
    let lacking = (1..).zip(&view.headings).filter(|(_, heading)| heading.lacks());
    let named: Vec<String> =
        lacking.map(|(number, heading)| heading_named(number, heading.title.say(language), language)).collect();
    if named.is_empty() {
        return String::new();
    }
    let named = and(&named, language);
    say!(language;
        "Det gäller {named}. Under varje rubrik står vad som saknas.",
        "These are {named}. Under each heading it says what is missing.")
}

/// A heading of the report as its text refers to it.
fn heading_named(number: u32, title: &str, language: Language) -> String {
    say!(language; "”{number}. {title}”", "“{number}. {title}”")
}

/// For whom the report is, by which headings, what was left out, and what to mind about the profile.
fn preface(view: &ReportView, hash: &str, language: Language) -> Vec<Block> {
    let profile = view.profile.name.say(language);
    let source = view.profile.source.as_ref().filter(|source| *source != profile);
    let profile = source.map_or_else(|| profile.to_owned(), |source| format!("{profile} ({source})"));
    let facts = vec![
        (for_whom(language).to_owned(), capital(audience(view.audience, language))),
        (by_headings(language).to_owned(), profile),
        (data_hash(language).to_owned(), hash.to_owned()),
    ];
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(profile_note(view, language).map(Block::Caution));
    let left_out = left_out::sentences(&view.left_out, language);
    if left_out.is_empty() {
        blocks.push(Block::Paragraph(nothing_left_out(language).into()));
    } else {
        blocks.push(Block::Paragraph(left_out_lead(language).into()));
        blocks.push(Block::List(left_out));
    }
    if view.audience == Audience::Public {
        let note = if view.rules == FIRST_RULES { public_note(language) } else { public_note_of_extract(language) };
        blocks.push(Block::Paragraph(note.into()));
    }
    blocks
}

/// What to mind about the profile: that its headings do not apply on the day.
pub fn profile_note(view: &ReportView, language: Language) -> Option<String> {
    let profile = &view.profile;
    if profile.applies {
        return None;
    }
    if profile.built_in {
        return Some(outdated(language).to_owned());
    }
    let name = profile.name.say(language);
    Some(match (profile.valid_from.filter(|from| *from > view.on), profile.valid_until) {
        (Some(from), _) => {
            let from = date(from, language);
            say!(language; "Rubrikerna ur {name} gäller först från den {from}.", "The headings of {name} apply only from {from}.")
        }
        (None, Some(until)) => {
            let until = date(until, language);
            say!(language; "Rubrikerna ur {name} gällde till och med den {until}.", "The headings of {name} applied until {until}.")
        }
        (None, None) => return None,
    })
}

/// A heading with what is missing under it, what the municipality writes, and its parts.
fn section(heading: &HeadingView, view: &ReportView, language: Language) -> ReportSection {
    let mut blocks = Vec::new();
    let mut sentences: Vec<String> =
        heading.parts.iter().flat_map(ReportPart::lacks).map(|missing| lack(missing, language)).collect();
    if heading.is_empty() {
        sentences.push(nothing_under(language).to_owned());
    }
    if !sentences.is_empty() {
        blocks.push(Block::Missing { title: missing(language).to_owned(), sentences });
    }
    if let Some(text) = &heading.text {
        let paragraphs = text.say(language).split("\n\n").map(str::trim).filter(|text| !text.is_empty());
        blocks.push(Block::Own(paragraphs.map(str::to_owned).collect()));
    }
    for part in &heading.parts {
        let said = match part {
            ReportPart::Organisation(part) => organisation::blocks(part, language),
            ReportPart::Method(part) => method::blocks(part, view.audience, language),
            ReportPart::Functions(part) => vulnerability::functions(part, language),
            ReportPart::Dependencies(part) => vulnerability::dependencies(part, language),
            ReportPart::Risks(part) => risks::blocks(part, view.audience, language),
            ReportPart::Vulnerabilities(part) => vulnerability::blocks(part, view.audience, language),
            ReportPart::Measures(part) => measures::blocks(part, view.on, language),
            ReportPart::Changes(part) => changes::blocks(part, language),
        };
        blocks.extend(said);
    }
    ReportSection { title: heading.title.say(language).to_owned(), lacks: heading.lacks(), blocks }
}

/// For whom a report is.
pub const fn audience(audience: Audience, language: Language) -> &'static str {
    match audience {
        Audience::Public => word(language, "alla (öppen)", "everyone (public)"),
        Audience::Internal => word(language, "kommunens medarbetare (intern)", "municipal staff (internal)"),
        Audience::All => word(
            language,
            "behöriga, med sekretessbelagda uppgifter",
            "authorised readers, with confidential information",
        ),
    }
}

/// What the page can put under a heading.
pub const fn content(content: Content, language: Language) -> &'static str {
    match content {
        Content::Organisation => {
            word(language, "Kommunen och dess organisation", "The municipality and its organisation")
        }
        Content::Method => word(language, "Arbetsprocess och metod", "Process and method"),
        Content::Functions => word(language, "Samhällsviktig verksamhet", "Vital societal functions"),
        Content::Dependencies => word(language, "Kritiska beroenden", "Critical dependencies"),
        Content::Risks => word(language, "Risker med matriser och motiveringar", "Risks with matrices and rationale"),
        Content::Vulnerabilities => {
            word(language, "Sårbarheter och brister i förmåga", "Vulnerabilities and shortcomings in capability")
        }
        Content::Measures => word(language, "Åtgärder", "Measures"),
        Content::Changes => word(language, "Ändringar sedan förra utgåvan", "Changes since the last edition"),
    }
}

/// The mark of a class.
fn mark(class: &ClassView, language: Language) -> ShadeMark {
    ShadeMark { letter: class.letter.clone(), name: class.name.say(language).to_owned(), shade: class.shade() }
}

fn said(label: &Label, language: Language) -> String {
    label.say(language).to_owned()
}

fn says(label: Option<&Label>, language: Language) -> Option<String> {
    label.map(|label| said(label, language))
}
