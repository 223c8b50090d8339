//! Editions: whether they are what was frozen, and what has changed from one analysis to another.

use super::numbers::{and, capital, date, inside, integer};
use super::overview::Sentence;
use super::shell::labels;
use super::{risk, say, word, words};
use crate::engine::view::{
    AdoptionView, ComparedRow, ComparisonTally, ComparisonView, EditionRow, EditionsView, InputOf, InputView,
    RejudgedView, RiskFate, RiskRow, SideView, Stated,
};
use crate::organisation::value::{Label, Language};
use crate::risk::edition::{Integrity, MethodDifference, Way};

labels! {
    /// Freezes the analysis.
    freeze: "Frys analysen som en utgåva", "Freeze the analysis as an edition";
    /// Heading of the editions.
    editions: "Frysta utgåvor", "Frozen editions";
    /// What freezing does.
    freeze_lead: "En utgåva är analysen som den fastställdes: metod, risker, åtgärder och beroenden. Den ligger i filen, kan inte ändras och namnger inga personer.",
        "An edition is the analysis as it was adopted: method, risks, measures and dependencies. It lies in the file, cannot be changed, and names no people.";
    /// Said where no edition has been frozen.
    none: "Ingen utgåva är fryst. När analysen är fastställd kan den frysas här; nästa gång visas vad som har ändrats.",
        "No edition is frozen. Once the analysis is adopted it can be frozen here; the next time what has changed is shown.";
    /// Heading of the comparison.
    compared: "Jämförelse", "Comparison";
    /// Label of the edition that is looked at from.
    earlier: "Från", "From";
    /// Label of the edition that is looked at.
    later: "Till", "To";
    /// The open file, among the editions.
    open_file: "Analysen i filen", "The analysis in the file";
    /// Heading of what has changed.
    changes: "Vad som har ändrats", "What has changed";
    /// Said where no risk has changed.
    unchanged: "Ingen risk har ändrats.", "No risk has changed.";
    /// Heading of a column: what became of it.
    what: "Vad som hänt", "What happened";
    /// Heading of a column.
    before: "Förut", "Before";
    /// Heading of a column.
    now: "Efter", "After";
    /// Notes who adopted an edition.
    note_adoption: "Anteckna fastställande", "Note adoption";
    /// Takes an edition out of the file.
    remove: "Ta bort", "Remove";
    /// Asked before an edition is taken out.
    sure: "En fryst utgåva visar hur det stod den dagen och kan inte frysas om. Ska den tas bort?",
        "A frozen edition shows how things stood that day and cannot be frozen again. Remove it?";
    /// The content has the hash that was written down.
    intact: "oförändrad sedan den frystes", "unchanged since it was frozen";
    /// The content has another hash than was written down.
    altered: "ändrad efteråt: innehållet har inte den kontrollsumma som noterades", "altered since: the content does not have the checksum that was recorded";
    /// Said where no hash of the edition was written down.
    not_stated: "utan kontrollsumma: det går inte att se om den har ändrats", "without a checksum: it is not possible to tell whether it has been altered";
    /// The content cannot be read.
    unreadable: "innehållet går inte att läsa", "the content cannot be read";
    /// In place of a comparison that cannot be made.
    not_compared: "Utgåvan går inte att läsa, så den kan inte jämföras.", "The edition cannot be read, so it cannot be compared.";
    /// The matrix of a side is malformed.
    no_matrix: "Matrisen går inte att använda.", "The matrix cannot be used.";
}

/// The verdict of the page: what has changed since the last edition.
pub fn verdict(view: &EditionsView, language: Language) -> Sentence {
    if view.editions.is_empty() {
        return Sentence::plain(word(language, "Ingen utgåva är fryst än.", "No edition is frozen yet."));
    }
    let Some(comparison) = &view.comparison else { return Sentence::plain(not_compared(language)) };
    let (tally, from) = (&comparison.tally, side(&comparison.earlier, language));
    let changed = tally.changed();
    let until = comparison.later.id.as_ref().map(|_| side(&comparison.later, language));
    let since = match &until {
        None => say!(language; "Sedan {from}", "Since {from}"),
        Some(to) => say!(language; "Från {from} till {to}", "From {from} to {to}"),
    };
    if changed == 0 {
        return Sentence::plain(say!(language; "{since} har ingen risk ändrats.", "{since} no risk has changed."));
    }
    if changed == tally.not_comparable {
        return Sentence::plain(say!(language;
            "{since} har metoden ändrats, och riskerna går inte att jämföra.",
            "{since} the method has changed, and the risks cannot be compared."));
    }
    if tally.worse > 0 {
        let stress = words::RISK.count(tally.worse, language);
        let (before, after) = (
            say!(language; "{since} bedöms ", "{since} "),
            if tally.worse == 1 {
                word(language, " värre.", " is assessed as worse.")
            } else {
                word(language, " värre.", " are assessed as worse.")
            },
        );
        return Sentence { before, stress, after: after.into() };
    }
    let stress = words::RISK.count(changed, language);
    let have = if changed == 1 { "has" } else { "have" };
    let none_worse =
        if is_better_alone(tally) { word(language, ", ingen till det värre", ", none for the worse") } else { "" };
    Sentence {
        before: say!(language; "{since} har ", "{since} "),
        stress,
        after: say!(language; " ändrats{none_worse}.", " {have} changed{none_worse}."),
    }
}

/// Whether whatever has changed has become better. A risk that is new, was not in the matrix, is judged otherwise or cannot be
/// compared may well be worse.
const fn is_better_alone(tally: &ComparisonTally) -> bool {
    tally.better + tally.out_of + tally.gone == tally.changed()
}

/// What comes after the verdict: the other counts.
pub fn after(tally: &ComparisonTally, language: Language) -> String {
    let counted = |number: u32, sv: &str, en: &str| {
        let n = integer(number.into(), language);
        (number > 0).then(|| say!(language; "{n} {sv}", "{n} {en}"))
    };
    let new = if tally.new == 1 { "är ny" } else { "är nya" };
    let parts = [
        counted(tally.better, "bedöms lindrigare", "assessed as better"),
        counted(
            tally.level,
            "har ändrats utan att bedömas värre eller lindrigare",
            "changed without being assessed as worse or better",
        ),
        counted(tally.new, new, "new"),
        counted(tally.gone, "är inte längre med", "no longer there"),
        counted(tally.into, "har kommit in i matrisen", "come into the matrix"),
        counted(tally.out_of, "har lämnat matrisen", "moved out of the matrix"),
        counted(
            tally.not_comparable,
            "går inte att jämföra, för metoden är en annan",
            "not comparable, for the method is another",
        ),
        counted(tally.unchanged, "är som förut", "as before"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("{}.", capital(&and(&parts, language))) }
}

/// What an analysis is called.
pub fn side(side: &SideView, language: Language) -> String {
    if side.id.is_none() { inside(open_file(language)) } else { side.name.say(language).to_owned() }
}

/// What an edition holds and when it was frozen: `44 risker, fryst den 12 oktober 2023`.
pub fn frozen(row: &EditionRow, language: Language) -> String {
    let (risks, day) = (words::RISK.figure(row.risks, language), date(row.date, language));
    if row.integrity.is_none() {
        return say!(language; "Fryst {day}", "Frozen {day}");
    }
    say!(language; "{risks}, fryst {day}", "{risks}, frozen {day}")
}

/// Who adopted an edition, when and where it is minuted: `fastställd av kommunfullmäktige den 3 juni 2026, § 45`.
pub fn adopted(adoption: &AdoptionView, language: Language) -> String {
    let AdoptionView { by, date: on, minutes } = adoption;
    let by = if by.is_empty() { String::new() } else { say!(language; " av {by}", " by {by}") };
    let on = on.map(|on| date(on, language)).map(|on| say!(language; " den {on}", " on {on}")).unwrap_or_default();
    let minutes = if minutes.is_empty() { String::new() } else { format!(", {minutes}") };
    say!(language; "Fastställd{by}{on}{minutes}", "Adopted{by}{on}{minutes}")
}

/// Whether an edition is what was frozen.
pub fn integrity(row: &EditionRow, language: Language) -> &'static str {
    match row.integrity {
        Some(Integrity::Intact) => intact(language),
        Some(Integrity::Altered) => altered(language),
        Some(Integrity::NotStated) => not_stated(language),
        None => unreadable(language),
    }
}

/// What an edition is called among others: its name and its year.
pub fn choice(row: &EditionRow, language: Language) -> String {
    format!("{} ({})", row.name.say(language), row.date)
}

/// What became of a risk, in a word or two.
pub fn fate(fate: &RiskFate, language: Language) -> &'static str {
    match fate {
        RiskFate::New => word(language, "Ny", "New"),
        RiskFate::Gone => word(language, "Inte längre med", "No longer there"),
        RiskFate::NotComparable(_) => word(language, "Går inte att jämföra", "Not comparable"),
        RiskFate::Moved(moved) => match moved.way {
            Way::Worse => word(language, "Bedöms värre", "Assessed as worse"),
            Way::Better => word(language, "Bedöms lindrigare", "Assessed as better"),
            Way::Level if moved.inputs.is_empty() => word(language, "Läget nu är ett annat", "Stands elsewhere now"),
            Way::Level => word(language, "Bedöms annorlunda", "Assessed differently"),
            Way::Into => word(language, "In i matrisen", "Into the matrix"),
            Way::OutOf => word(language, "Ut ur matrisen", "Out of the matrix"),
        },
    }
}

/// What of a risk is otherwise, a sentence each.
pub fn reasons(row: &ComparedRow, language: Language) -> Vec<String> {
    match &row.fate {
        RiskFate::New | RiskFate::Gone => Vec::new(),
        RiskFate::NotComparable(found) => {
            found.iter().map(|(it, scale)| difference(it, scale.as_ref(), language)).collect()
        }
        RiskFate::Moved(moved) => {
            let inputs = moved.inputs.iter().map(|it| input(it, language));
            inputs.chain(current(moved, language)).collect()
        }
    }
}

fn input(view: &InputView, language: Language) -> String {
    let name = match &view.of {
        InputOf::Likelihood => word(language, "sannolikhet", "likelihood").to_owned(),
        InputOf::Consequence(dimension) => {
            let dimension = inside(dimension.say(language));
            say!(language; "konsekvens för {dimension}", "consequence for {dimension}")
        }
        InputOf::Uncertainty => word(language, "osäkerhet", "uncertainty").to_owned(),
        InputOf::Antagonistic => word(language, "antagonistisk", "antagonistic").to_owned(),
    };
    let (name, from, to) = (capital(&name), stated(&view.from, language), stated(&view.to, language));
    say!(language; "{name}: från {from} till {to}.", "{name}: from {from} to {to}.")
}

fn stated(stated: &Stated, language: Language) -> String {
    match stated {
        Stated::Nothing => word(language, "inte angiven", "not stated").into(),
        Stated::NotAssessable => word(language, "går inte att bedöma", "not assessable").into(),
        Stated::Levels(levels) => risk::levels(levels, language),
        Stated::Outside(low, high) if low == high => low.to_string(),
        Stated::Outside(low, high) => format!("{low}–{high}"),
        Stated::Uncertainty(level) => words::uncertainty(*level, language).into(),
        Stated::Yes(true) => word(language, "ja", "yes").into(),
        Stated::Yes(false) => word(language, "nej", "no").into(),
    }
}

/// Where the risk stands with what has been done, where that is otherwise.
fn current(moved: &RejudgedView, language: Language) -> Option<String> {
    let (from, to) = moved.current.as_ref()?;
    let class = |class: &Option<crate::engine::view::ClassView>| {
        let nowhere = || word(language, "utanför matrisen", "outside the matrix").to_owned();
        class.as_ref().map_or_else(nowhere, |class| risk::class(class, language))
    };
    let (from, to) = (class(from), class(to));
    if from == to {
        return Some(
            say!(language; "Med gjorda åtgärder: en annan ruta i klassen {to}.", "With measures done: another cell in the class {to}."),
        );
    }
    Some(say!(language; "Med gjorda åtgärder: från {from} till {to}.", "With measures done: from {from} to {to}."))
}

fn difference(difference: &MethodDifference, scale: Option<&Label>, language: Language) -> String {
    let scale = scale.map(|scale| inside(scale.say(language))).unwrap_or_default();
    match difference {
        MethodDifference::NoMatrix => word(
            language,
            "Den ena saknar en matris att bedöma risken med.",
            "One has no matrix to assess the risk by.",
        )
        .into(),
        MethodDifference::Dimensions => {
            word(language, "Konsekvensens dimensioner är andra.", "The dimensions of the consequence are others.")
                .into()
        }
        MethodDifference::Likelihood | MethodDifference::Consequence(_) => {
            say!(language; "Nivåerna för {scale} är andra.", "The levels of {scale} are others.")
        }
        MethodDifference::Classes => word(language, "Klasserna är andra.", "The classes are others.").into(),
        MethodDifference::Grid => word(language, "Rutorna har andra klasser.", "The cells have other classes.").into(),
    }
}

/// Where a risk stands in one analysis, beside its class where it has one.
pub fn standing(row: Option<&RiskRow>, language: Language) -> String {
    match row {
        None => "–".into(),
        Some(row) => match (&row.likelihood, &row.consequence, row.beside) {
            (Some(likelihood), Some(consequence), _) if row.class.is_some() => {
                super::pages::cell_of(likelihood.level, consequence.level, language)
            }
            (.., Some(beside)) => words::beside_one(beside, language).into(),
            _ => "–".into(),
        },
    }
}

/// Heading over the picture of an analysis.
pub fn picture(view: &SideView, language: Language) -> String {
    let (name, day) = (capital(&side(view, language)), date(view.date, language));
    format!("{name}, {day}")
}

/// How many risks have changed, as the heading of their list.
pub fn changed(comparison: &ComparisonView, language: Language) -> String {
    words::RISK.figure(comparison.tally.changed(), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_verdict_counts_what_there_is_and_no_more() {
        let tally = ComparisonTally { better: 3, unchanged: 40, ..ComparisonTally::default() };
        assert_eq!(after(&tally, Language::Swedish), "3 bedöms lindrigare och 40 är som förut.");
        assert_eq!(after(&tally, Language::English), "3 assessed as better and 40 as before.");
        assert_eq!(after(&ComparisonTally::default(), Language::Swedish), "");
    }

    #[test]
    fn none_is_said_to_be_worse_where_all_that_has_changed_is_better() {
        let better = ComparisonTally { better: 1, gone: 1, unchanged: 4, ..ComparisonTally::default() };
        assert!(is_better_alone(&better));
        for other in [
            ComparisonTally { new: 1, ..better },
            ComparisonTally { into: 1, ..better },
            ComparisonTally { level: 1, ..better },
            ComparisonTally { not_comparable: 1, ..better },
        ] {
            assert!(!is_better_alone(&other), "{other:?}");
        }
    }

    #[test]
    fn another_uncertainty_is_said_from_and_to() {
        use crate::organisation::risk::Uncertainty;
        let view =
            InputView { of: InputOf::Uncertainty, from: Stated::Nothing, to: Stated::Uncertainty(Uncertainty::High) };
        assert_eq!(input(&view, Language::Swedish), "Osäkerhet: från inte angiven till hög.");
        assert_eq!(input(&view, Language::English), "Uncertainty: from not stated to high.");
    }

    #[test]
    fn another_method_is_said_by_the_scale_that_differs() {
        let said = difference(&MethodDifference::Likelihood, Some(&Label::plain("Sannolikhet")), Language::Swedish);
        assert_eq!(said, "Nivåerna för sannolikhet är andra.");
    }
}
