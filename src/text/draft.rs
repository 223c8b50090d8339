//! Forms, what differs from the file, and why a change cannot be made.

pub mod choosing;
mod fields;
pub mod removal;

use super::numbers::{capital, date, inside, integer};
use super::shell::labels;
use super::{problem, rules, say, word, words};
use crate::draft::{ChangeKind, EditRefusal, EditTarget};
use crate::engine::view::{ChangeView, DraftView, EditKind, EditView, EditedItem, FieldView};
use crate::organisation::ListName;
use crate::organisation::head::HeadField;
use crate::organisation::rule::Severity;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Label, Language, parse_date};

pub use self::fields::{asked, asked_in_english, element_said, field, word_of};

labels! {
    /// Sends a form.
    done: "Spara ändringen", "Save the change";
    /// Leaves a form.
    cancel: "Avbryt", "Cancel";
    /// Takes an item out of the file.
    remove: "Ta bort", "Remove";
    /// Leaves a post without a holder.
    vacate: "Gör vakant", "Make vacant";
    /// Said where the field has no value.
    not_said: "Inte angivet", "Not stated";
    /// A person who is not in the file yet.
    new_person: "Lägg till en person som inte finns i filen", "Add a person who is not in the file";
    /// Beside the label of several texts.
    one_a_line: "en per rad", "one per line";
    /// Step of a form: how likely a risk is.
    how_likely: "Hur troligt är det?", "How likely is it?";
    /// Step of a form: how bad it would be.
    how_bad: "Hur illa vore det?", "How bad would it be?";
    /// Step of a form: what is done about it.
    what_is_done: "Vad görs åt det?", "What is done about it?";
    /// Label of the uncertainty of the whole judgement.
    whole: "Hela bedömningen", "The whole assessment";
    /// How the three fields of uncertainty go together.
    uncertainty_how: "Anges sannolikhet eller konsekvens för sig gäller det i stället för hela bedömningen.",
        "What is given for likelihood or consequence separately is used instead of the whole assessment.";
    /// Opens the fields of why a level is what it is.
    level_motive: "Varför just den nivån?", "Why this level?";
    /// Label of a text in Swedish.
    in_swedish: "På svenska", "In Swedish";
    /// Label of a text in English.
    in_english: "På engelska, om det skiljer", "In English, if different";
    /// Heading of what a measure is expected to give.
    effect_on_risks: "Förväntad effekt på riskerna", "Expected effect on the risks";
    /// A measure does not move an input.
    no_steps: "Flyttar inte", "Does not move it";
    /// The other end of a range.
    up_to: "till och med", "up to";
    /// There is no other end.
    same: "samma nivå", "the same level";
    /// A likelihood nobody can state.
    not_assessable: "Går inte att bedöma", "Cannot be assessed";
    /// Accepts a finding.
    accept: "Acceptera avvikelsen", "Accept the gap";
    /// Accepts a finding once more, as it stands now.
    accept_again: "Acceptera igen", "Accept again";
    /// Changes how a finding is accepted.
    edit_accepted: "Ändra", "Edit";
    /// Heading of what can be done instead of putting a finding right.
    accepting: "Acceptera", "Accept";
    /// Changes a unit.
    edit_unit: "Ändra enheten", "Edit the unit";
    /// Changes a risk.
    edit_risk: "Ändra risken", "Edit the risk";
    /// Changes a post.
    edit_post: "Ändra", "Edit";
    /// Changes a person.
    edit_person: "Ändra personen", "Edit the person";
    /// Appoints another holder.
    replace: "Byt person", "Change holder";
    /// Appoints a holder for a vacant post.
    appoint: "Tillsätt", "Fill the post";
    /// A new post.
    add_post: "Lägg till uppdrag", "Add a post";
    /// A new unit under one.
    add_unit: "Lägg till enhet här under", "Add a unit below";
    /// A new unit.
    new_unit: "Ny enhet", "New unit";
    /// A new person.
    new_person_named: "Ny person", "New person";
    /// A new risk.
    new_risk: "Ny risk", "New risk";
    /// A new measure.
    new_measure: "Ny åtgärd", "New measure";
    /// Moves a risk in the matrix.
    move_risk: "Flytta i matrisen", "Move in the matrix";
    /// Ends the moving of the risk.
    move_done: "Klar", "Done";
    /// How to move a risk.
    move_how: "Välj en ruta, eller dra markeringen dit. Den avgörande konsekvensen får kolumnens nivå; högre konsekvenser sänks till den.",
        "Choose a cell, or drag the mark there. The deciding consequence gets the level of the column; higher ones come down to it.";
    /// Name of the bar of the draft.
    bar: "Ändringar i filen", "Changes to the file";
    /// Takes the last change back.
    undo: "Ångra", "Undo";
    /// Does it again.
    redo: "Gör om", "Redo";
    /// Shows what differs.
    show: "Visa ändringarna", "Show the changes";
    /// Saves the file.
    save: "Spara filen", "Save the file";
    /// Takes everything unsaved back.
    discard: "Återställ till filen", "Go back to the file";
    /// Heading of what differs.
    changes: "Ändringar som inte är sparade i en fil", "Changes not saved in a file";
    /// Heading of what they do to coverage.
    effect: "Så påverkas avvikelserna", "Effect on gaps";
    /// Said where the changes do nothing to coverage.
    no_effect: "Ändringarna påverkar inga avvikelser.", "The changes do not affect any gaps.";
    /// Heading of gaps that the changes close.
    gaps_gone: "Åtgärdas", "Closed";
    /// Heading of gaps that the changes make.
    gaps_come: "Nya avvikelser", "New gaps";
    /// Heading of a column: the rule.
    rule: "Regel", "Rule";
    /// Heading of a column: faults in the file saved last.
    gaps_before: "Avvikelser i filen", "Gaps in the file";
    /// Heading of a column: faults now.
    gaps_after: "Avvikelser efter ändringarna", "Gaps after the changes";
    /// Stands for a value that is not there.
    nothing: "–", "–";
    /// Name of what offers a form that was left half filled in.
    left_form: "En påbörjad inmatning", "A form left half filled in";
    /// Goes on with the form.
    left_form_go_on: "Fortsätt", "Go on";
    /// Drops the form that is left.
    left_form_drop: "Släng", "Drop it";
    /// Said where a form begins with what was typed into it before.
    left_here: "Här står det du skrev senast.", "This is what you typed last.";
    /// Has a form begin as if nothing had been typed.
    left_form_anew: "Börja om", "Start over";
    /// What becomes of the post that somebody else is to take over.
    replace_lead: "Det nuvarande uppdraget avslutas dagen innan det nya börjar.",
        "The present post ends the day before the new one begins.";
    /// Folds out the field of a text in English.
    english: "Text på engelska", "Text in English";
    /// Heading of what can be done about a finding.
    act: "Åtgärda", "Fix";
}

/// What accepting a finding does, and what it asks: more where the rule must be met.
pub fn accepting_lead(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Must => word(
            language,
            "En avvikelse som inte kan åtgärdas nu kan accepteras. Ange skäl, vem som har beslutat och slutdatum. Den räknas då för sig.",
            "A gap that cannot be closed now can be accepted. Give a reason, who decided and an end date. It is then counted separately.",
        ),
        Severity::Should => word(
            language,
            "En avvikelse som inte kan åtgärdas nu kan accepteras. Ange skäl, och gärna vem som har beslutat och slutdatum. Den räknas då för sig.",
            "A gap that cannot be closed now can be accepted. Give a reason and, if you can, who decided and an end date. It is then counted separately.",
        ),
    }
}

/// A button for those who do not see what it stands beside: `Ändra: Förskolan Eken`.
pub fn named(label: &str, about: &str) -> String {
    format!("{label}: {about}")
}

/// Says that a form was left half filled in, by its heading.
pub fn left_form_of(heading: &str, language: Language) -> String {
    let heading = inside(heading);
    say!(language; "Du har en påbörjad inmatning kvar: {heading}.", "You left a form half filled in: {heading}.")
}

/// What a form that fills a post is about: `Säkerhetsombud, Vipan`.
pub fn fill_lead(role: &str, unit: &str) -> String {
    format!("{}, {unit}", capital(role))
}

/// Adds an element to a list in a form.
pub fn one_more(label: &str, language: Language) -> String {
    say!(language; "Lägg till: {label}", "Add: {label}")
}

/// What a form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormSubject {
    /// A new item of a list; of a unit its kind.
    New {
        /// The list of the item.
        list: ListName,
        /// The kind of unit; empty otherwise.
        kind: String,
    },
    /// An item as it is.
    Item {
        /// The list of the item.
        list: ListName,
        /// The kind of unit; empty otherwise.
        kind: String,
    },
    /// Another holder for a post.
    Replace,
    /// A holder for a vacant post.
    Fill,
    /// A rule of the file.
    Rule {
        /// Whether there is none yet.
        new: bool,
    },
}

/// Heading of a form.
pub fn editing(editing: &FormSubject, language: Language) -> String {
    match editing {
        FormSubject::Replace => word(language, "Byt person", "Change holder").to_owned(),
        FormSubject::Fill => word(language, "Tillsätt uppdraget", "Fill the post").to_owned(),
        FormSubject::New { list: ListName::Exceptions, .. } => accept(language).to_owned(),
        FormSubject::New { list: ListName::History, .. } => {
            word(language, "Anteckna att utgåvan är fastställd", "Note that the edition was adopted").to_owned()
        }
        FormSubject::Rule { new: true } => rules::form_new(language).to_owned(),
        FormSubject::Rule { new: false } => rules::form_edit(language).to_owned(),
        FormSubject::New { list, kind } => {
            let (sv, en) = one(*list, kind);
            let neuter = matches!(list, ListName::Assignments | ListName::Documents | ListName::Dependencies)
                || kind == "company";
            let new = if neuter { "Nytt" } else { "Ny" };
            say!(language; "{new} {sv}", "New {en}")
        }
        FormSubject::Item { list, kind } => {
            let (sv, en) = one(*list, kind);
            say!(language; "Ändra {sv}", "Edit {en}")
        }
    }
}

/// One item of a list, in Swedish and English.
fn one(list: ListName, kind: &str) -> (&'static str, &'static str) {
    let noun = UnitKind::from_word(kind).map_or_else(|| words::of_list(list), words::unit_kind);
    (noun.one(Language::Swedish), noun.one(Language::English))
}

/// Steps that a measure moves an input: `2 steg ned`.
pub fn steps(steps: i32, language: Language) -> String {
    let number = integer(u64::from(steps.unsigned_abs()), language);
    match (steps < 0, steps.unsigned_abs()) {
        (true, 1) => word(language, "1 steg ned", "1 step down").to_owned(),
        (false, 1) => word(language, "1 steg upp", "1 step up").to_owned(),
        (true, _) => say!(language; "{number} steg ned", "{number} steps down"),
        (false, _) => say!(language; "{number} steg upp", "{number} steps up"),
    }
}

/// Opens the levels of a position that the file states.
pub fn stated_position(field: &str, language: Language) -> &'static str {
    if field == "target" {
        word(
            language,
            "Mål (fyll bara i om det inte ska räknas fram från åtgärderna)",
            "Target (fill in only if it should not follow from the measures)",
        )
    } else {
        word(
            language,
            "Läget nu (fyll bara i om det inte ska räknas fram från åtgärderna)",
            "Position now (fill in only if it should not follow from the measures)",
        )
    }
}

/// How the open file differs from the one saved last, in a few words.
pub fn unsaved(draft: &DraftView, language: Language) -> String {
    let count = integer(draft.unsaved.into(), language);
    match draft.unsaved {
        0 => word(language, "Allt är sparat", "Everything is saved").to_owned(),
        1 => word(language, "1 ändring är inte sparad", "1 change is not saved").to_owned(),
        _ => say!(language; "{count} ändringar är inte sparade", "{count} changes are not saved"),
    }
}

/// A change in a few words: what would be undone or redone.
pub fn change(change: &ChangeView, language: Language) -> String {
    let count = integer(change.items.into(), language);
    match (&change.name, &change.first) {
        (ChangeKind::Import { file }, _) => say!(language; "import av {file}", "import of {file}"),
        (ChangeKind::Merge, _) => word(language, "sammanslagning", "merge").to_owned(),
        (ChangeKind::BroughtIn { by }, _) if by.is_empty() => {
            word(language, "införda ändringar", "changes brought in").to_owned()
        }
        (ChangeKind::BroughtIn { by }, _) => {
            say!(language; "införda ändringar från {by}", "changes brought in from {by}")
        }
        (ChangeKind::Discard, _) => word(language, "återställning till filen", "going back to the file").to_owned(),
        (ChangeKind::Method, _) => word(language, "byte av metod", "change of method").to_owned(),
        // What may not be read stands in no title: the button of a page that others see as well says only what kind it is.
        (ChangeKind::Edit, Some(first)) if first.is_secret => {
            let kind = first.list.map_or_else(String::new, |list| capital(words::of_list(list).one(language)));
            let others = integer(u64::from(change.items - 1), language);
            if change.items == 1 {
                kind
            } else {
                say!(language; "{kind} och {others} till", "{kind} and {others} more")
            }
        }
        (ChangeKind::Edit, Some(first)) if change.items == 1 && first.list == Some(ListName::Exceptions) => {
            let (sv, en) = one(ListName::Exceptions, "");
            format!("{}, {}", word(language, sv, en), subject(first, language))
        }
        (ChangeKind::Edit, Some(first)) if change.items == 1 => subject(first, language),
        (ChangeKind::Edit, Some(first)) => {
            let (subject, others) = (subject(first, language), integer(u64::from(change.items - 1), language));
            say!(language; "{subject} och {others} till", "{subject} and {others} more")
        }
        (ChangeKind::Edit, None) => say!(language; "{count} ändringar", "{count} changes"),
    }
}

/// What an edit is about: `Säkerhetsombud, Förskolan Eken: Bo Ek`.
pub fn subject(edit: &EditedItem, language: Language) -> String {
    let name = match edit.list {
        // A built-in role that the file does not name is called by its id.
        Some(ListName::Assignments) if edit.name.en.is_none() => {
            capital(&words::role(&edit.name.sv, None, None, language))
        }
        Some(ListName::Activities) => capital(&word_of(edit.list, "kind", &edit.name.sv, language)),
        None => capital(&field(None, &edit.name.sv, language)),
        Some(list) if edit.name == Label::default() => capital(words::list(list, language)),
        _ => edit.name.say(language).to_owned(),
    };
    let placed = match &edit.at {
        Some(at) => format!("{name}, {}", at.say(language)),
        None => name,
    };
    match &edit.who {
        Some(who) => format!("{placed}: {}", who.say(language)),
        None => placed,
    }
}

/// What became of an item: `ny enhet`.
pub fn became(edit: &EditedItem, language: Language) -> String {
    let (sv, en) = edit.list.map_or(("fält", "field"), |list| one(list, ""));
    match edit.kind {
        EditKind::Added => say!(language; "{sv}, tillagd", "{en}, added"),
        EditKind::Removed => say!(language; "{sv}, borttagen", "{en}, removed"),
        EditKind::Changed => say!(language; "{sv}, ändrad", "{en}, changed"),
    }
}

/// What differs in one field: its name, what it said and what it says.
pub fn differs(edit: &EditView, view: &FieldView, language: Language) -> (String, String, String) {
    let said = |value: &Option<Label>| match value {
        None => nothing(language).to_owned(),
        Some(value) => match parse_date(&value.sv) {
            Some(day) => date(day, language),
            None if edit.about.list.is_none() && view.field == HeadField::Packs.word() => {
                let packs = value.sv.split(", ").filter(|id| !id.is_empty());
                packs.map(|id| rules::pack(id, language)).collect::<Vec<_>>().join(", ")
            }
            None if value.en.is_none() => word_of(edit.about.list, &view.field, &value.sv, language),
            None => value.say(language).to_owned(),
        },
    };
    // A dimension is called by its name, not by its id.
    let way = match (&view.dimension, view.field.rsplit_once('/')) {
        (Some(dimension), Some((way, _))) => format!("{way}/{}", inside(dimension.say(language))),
        _ => view.field.clone(),
    };
    (capital(&field(edit.about.list, &way, language)), said(&view.before), said(&view.after))
}

/// Why a change cannot be made, a sentence each.
pub fn refused(refused: &EditRefusal, language: Language) -> Vec<String> {
    let one_line = |sv: &'static str, en: &'static str| vec![word(language, sv, en).to_owned()];
    match refused {
        EditRefusal::NotAList { list } => {
            let list = words::list(*list, language);
            vec![say!(language;
                "Filen har något annat där listan {list} ska stå. Rätta filen först; se Data.",
                "The file has something else where the list of {list} should be. Correct the file first; see Data."
            )]
        }
        EditRefusal::NotFound { .. } => {
            one_line("Det du ändrar finns inte längre i filen.", "What you are changing is no longer in the file.")
        }
        EditRefusal::Changed { .. } => one_line(
            "Det du ändrar har ändrats på annat håll under tiden. Stäng och börja om från hur det ser ut nu.",
            "What you are changing has been changed elsewhere meanwhile. Close this and start from how it is now.",
        ),
        EditRefusal::IdTaken { id, .. } => vec![say!(language; "Id:t {id} är upptaget.", "The id {id} is taken.")],
        EditRefusal::IdFixed { id } => vec![say!(language;
            "Id:t {id} kan inte ändras, för andra uppgifter hänvisar till det.",
            "The id {id} cannot be changed, for other items refer to it."
        )],
        EditRefusal::Unusable { target, problems } if problems.is_empty() => {
            let list = match target {
                Some(EditTarget::List(list)) => words::list(*list, language).to_owned(),
                Some(EditTarget::Head(name)) => field(None, name.word(), language),
                None => word(language, "filen", "the file").to_owned(),
            };
            vec![say!(language; "Uppgifterna går inte att använda i {list}.", "The values cannot be used in {list}.")]
        }
        EditRefusal::Unusable { target, problems } => problems
            .iter()
            .map(|problem| {
                let path = problem.place.path.trim_start_matches("$.").replace('.', "/");
                let path = if path == "$" {
                    String::new()
                } else {
                    format!("{}: ", capital(&field(target.and_then(EditTarget::list), &path, language)))
                };
                format!("{path}{}.", problem::said(problem, language))
            })
            .collect(),
        EditRefusal::Frozen { .. } => one_line(
            "En utgåva är fryst och kan inte ändras. Den kan tas bort, och en ny kan frysas.",
            "An edition is frozen and cannot be changed. It can be removed, and a new one frozen.",
        ),
        EditRefusal::TooLarge => {
            one_line("Filen skulle bli större än sidan kan läsa.", "The file would be larger than this page can read.")
        }
    }
}

/// What the effect of a draft on coverage comes to.
pub fn effect_said(come: u32, gone: u32, language: Language) -> String {
    let (new, mended) = (integer(come.into(), language), integer(gone.into(), language));
    say!(language; "Avvikelser som åtgärdas: {mended}. Nya avvikelser: {new}.", "Gaps closed: {mended}. New gaps: {new}.")
}

/// Label of a cell that a risk can be moved to.
pub fn move_to(likelihood: &str, consequence: &str, language: Language) -> String {
    say!(language; "Flytta hit: sannolikhet {likelihood}, konsekvens {consequence}", "Move here: likelihood {likelihood}, consequence {consequence}")
}

#[cfg(test)]
mod tests;
