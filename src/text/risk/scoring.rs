//! Where a risk stands and why, what it can be expected to cost a year, and how sure its place in the register is.

use super::class;
use crate::engine::view::{MovedView, Neighbour, OddsRow, YearlyLoss};
use crate::organisation::risk::Uncertainty;
use crate::organisation::value::{Label, Language};
use crate::risk::Before;
use crate::text::numbers::{and, decimal, sek};
use crate::text::shell::labels;
use crate::text::{say, word, words};

labels! {
    /// Heading of the expected loss of a year.
    yearly_loss: "Förväntad skada per år", "Expected loss per year";
    /// What the expected loss is.
    loss_lead: "Sannolikheten per år gånger konsekvensen, från nivåernas undre till deras övre gräns.",
        "The likelihood per year times the consequence, from the lower to the upper bounds of the levels.";
    /// What to mind about the loss.
    loss_caution: "Det är inte mer exakt än nivåernas gränser, och en nivå utan gräns lämnar intervallet öppet. Skada i olika dimensioner går inte att lägga ihop.",
        "It says no more than the bounds of the levels do, and a level without one leaves the span open. Losses in different dimensions cannot be added up.";
    /// Heading of the risks before and after.
    neighbours: "Närmast i registret", "Next in the register";
    /// Said of the only risk in the matrix.
    no_neighbours: "Ingen annan risk är placerad i en matris.", "No other risk is placed in a matrix.";
    /// What to mind about how likely it is that the order is right.
    neighbours_caution: "Sannolikheten är räknad på nivåernas gränser och inget annat: inom en nivå är varje tiofaldigt steg lika troligt. Bortom en öppen gräns antas inget.",
        "The likelihood follows from the bounds of the levels and from nothing else: within a level every tenfold step is equally likely. Beyond an open bound nothing is assumed.";
    /// Why some risks share a place.
    ties_why: "De har samma klass, samma summa av nivåerna och samma osäkerhet. I listor står de i ordning efter id; den ordningen betyder inget.",
        "They have the same class, the same sum of levels and the same uncertainty. In lists they stand in the order of their ids, which means nothing.";
}

/// What a current or target position rests on.
pub fn position(moved: &MovedView, is_target: bool, language: Language) -> String {
    let measures = titles(&moved.by, language);
    if !moved.stated {
        return match (moved.by.len(), is_target) {
            (0, _) => {
                word(language, "Ingen åtgärd som är klar flyttar risken.", "No measure that is done moves the risk.")
                    .to_owned()
            }
            (_, false) => {
                say!(language; "Följer av det som är klart: {measures}.", "Follows from what is done: {measures}.")
            }
            (_, true) => say!(language;
                "Inget mål är angivet. Hit leder det som återstår: {measures}.",
                "No target is stated. This is where what remains leads: {measures}."),
        };
    }
    let stated = word(language, "Angivet i filen.", "Stated in the file.");
    let Some(otherwise) = &moved.otherwise else { return stated.to_owned() };
    let (likelihood, consequence) = otherwise.cell;
    let class = class(&otherwise.class, language);
    match (moved.by.is_empty(), is_target) {
        (true, false) => say!(language;
            "{stated} Ingen åtgärd som är klar förklarar skillnaden mot bedömningen.",
            "{stated} No measure that is done explains how it differs from the assessment."),
        (true, true) => say!(language;
            "{stated} Ingen åtgärd som återstår leder dit.",
            "{stated} No measure that remains leads there."),
        (false, false) => say!(language;
            "{stated} Det som är klart ({measures}) ger i stället sannolikhet {likelihood}, konsekvens {consequence}: {class}.",
            "{stated} What is done ({measures}) gives likelihood {likelihood}, consequence {consequence} instead: {class}."),
        (false, true) => say!(language;
            "{stated} Det som återstår ({measures}) leder i stället till sannolikhet {likelihood}, konsekvens {consequence}: {class}.",
            "{stated} What remains ({measures}) leads to likelihood {likelihood}, consequence {consequence} instead: {class}."),
    }
}

/// Titles of measures in a sentence.
fn titles(labels: &[Label], language: Language) -> String {
    let quoted = |label: &Label| {
        let title = label.say(language);
        say!(language; "”{title}”", "“{title}”")
    };
    and(&labels.iter().map(quoted).collect::<Vec<_>>(), language)
}

/// Uncertainty of each axis, or of the whole.
pub fn uncertain(whole: Uncertainty, axes: Option<[Option<Uncertainty>; 2]>, language: Language) -> String {
    let Some(axes) = axes else { return words::uncertainty(whole, language).to_owned() };
    let said = |of: Option<Uncertainty>| {
        of.map_or_else(|| word(language, "inte angiven", "not stated"), |of| words::uncertainty(of, language))
    };
    let [likelihood, consequence] = axes.map(said);
    say!(language; "sannolikhet {likelihood}, konsekvens {consequence}", "likelihood {likelihood}, consequence {consequence}")
}

/// The expected loss of a year: `mer än 5 000 kronor, högst 500 000 kronor`.
pub fn expected(loss: &YearlyLoss, language: Language) -> String {
    let amount = |number: f64| match loss.unit.as_deref() {
        Some("SEK") if number >= 1.0 => sek(significant(number), language),
        Some("SEK") => {
            let number = few(number, language);
            say!(language; "{number} kronor", "SEK\u{a0}{number}")
        }
        Some("people") => {
            let number = few(number, language);
            say!(language; "{number} personer", "{number} people")
        }
        Some(unit) => format!("{} {unit}", few(number, language)),
        None => few(number, language),
    };
    // What begins at nothing is said by its end.
    let above = loss.above.filter(|above| *above > 0.0);
    match (above.map(amount), loss.up_to.map(amount)) {
        (None, None) => word(language, "går inte att avgöra", "cannot be determined").to_owned(),
        (None, Some(_)) if loss.up_to.is_some_and(|most| most <= 0.0) => word(language, "ingen", "none").to_owned(),
        (None, Some(most)) => say!(language; "högst {most}", "at most {most}"),
        (Some(least), None) => say!(language; "mer än {least}", "more than {least}"),
        (Some(least), Some(most)) => {
            say!(language; "mer än {least}, högst {most}", "more than {least}, at most {most}")
        }
    }
}

/// The number with two digits that tell; the bounds it comes from are no finer.
fn significant(number: f64) -> f64 {
    if number <= 0.0 || !number.is_finite() {
        return number;
    }
    let unit = 10_f64.powf(number.log10().floor() - 1.0);
    (number / unit).round() * unit
}

/// A number in few figures.
fn few(number: f64, language: Language) -> String {
    let decimals = (0..12).find(|decimals| number >= 10_f64.powi(1 - decimals)).unwrap_or(12);
    decimal(significant(number), usize::try_from(decimals).unwrap_or_default(), language)
}

/// Why a neighbour comes before or after.
pub fn because(neighbour: &Neighbour, language: Language) -> &'static str {
    match (neighbour.because, neighbour.before) {
        (Before::Class, true) => word(language, "Kommer före: klassen är högre.", "Comes before: its class is higher."),
        (Before::Class, false) => word(language, "Kommer efter: klassen är lägre.", "Comes after: its class is lower."),
        (Before::Sum, true) => word(
            language,
            "Kommer före: samma klass, men större summa av nivåerna.",
            "Comes before: the same class, and a larger sum of levels.",
        ),
        (Before::Sum, false) => word(
            language,
            "Kommer efter: samma klass, men mindre summa av nivåerna.",
            "Comes after: the same class, and a smaller sum of levels.",
        ),
        (Before::Uncertainty, true) => word(
            language,
            "Kommer före: samma klass och summa, men mer osäker.",
            "Comes before: the same class and sum, and more uncertain.",
        ),
        (Before::Uncertainty, false) => word(
            language,
            "Kommer efter: samma klass och summa, men mindre osäker.",
            "Comes after: the same class and sum, and less uncertain.",
        ),
        (Before::Id, _) => word(
            language,
            "Delar plats: samma klass, summa och osäkerhet. Bara id skiljer.",
            "Shares the place: the same class, sum and uncertainty. Only the id differs.",
        ),
    }
}

/// How likely it is that the one that comes first has the greater expected loss in a dimension.
pub fn odds(row: &OddsRow, first: &str, language: Language) -> String {
    const SURE: f64 = 0.0005;
    let dimension = row.dimension.say(language);
    let percent = |part: f64| format!("{}\u{a0}%", decimal(part * 100.0, 0, language));
    let (low, high) = (percent(row.low), percent(row.high));
    let (never, always) = (row.low < SURE, row.high > 1.0 - SURE);
    let said = match () {
        () if row.low > 1.0 - SURE => word(language, "det är säkert", "it is certain").to_owned(),
        () if row.high < SURE => word(language, "det är uteslutet", "it is out of the question").to_owned(),
        () if never && always => {
            return say!(language;
                "{dimension}: det går inte att avgöra vilken som väger tyngst, för nivåerna är öppna.",
                "{dimension}: which weighs more cannot be determined, for the levels are open.");
        }
        () if always => say!(language; "det är minst {low} sannolikt", "it is at least {low} likely"),
        () if never => say!(language; "det är högst {high} sannolikt", "it is at most {high} likely"),
        () if low == high => say!(language; "det är {low} sannolikt", "it is {low} likely"),
        () => say!(language; "det är mellan {low} och {high} sannolikt", "it is between {low} and {high} likely"),
    };
    say!(language; "{dimension}: {said} att {first} väger tyngst.", "{dimension}: {said} that {first} weighs more.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    fn loss(unit: &str, above: Option<f64>, up_to: Option<f64>) -> YearlyLoss {
        YearlyLoss { dimension: Label::plain("D"), unit: Some(unit.to_owned()), above, up_to }
    }

    #[test]
    fn a_loss_is_said_with_two_digits_and_its_open_end_left_open() {
        let said = |unit, above, up_to| expected(&loss(unit, above, up_to), Swedish);
        assert_eq!(said("SEK", Some(5000.0), Some(512_345.0)), "mer än 5\u{a0}000 kronor, högst 510\u{a0}000 kronor");
        assert_eq!(said("people", None, Some(0.0213)), "högst 0,021 personer");
        assert_eq!(said("people", Some(0.2), None), "mer än 0,2 personer");
        assert_eq!(said("people", Some(0.0), Some(0.0)), "ingen");
        assert_eq!(said("SEK", Some(0.0), None), "går inte att avgöra");
        assert_eq!(
            expected(&loss("SEK", Some(1.0), Some(2.5e6)), English),
            "more than SEK\u{a0}1, at most SEK\u{a0}2.5 million"
        );
    }

    #[test]
    fn how_likely_an_order_is_right_is_said_as_exactly_as_the_bounds_tell() {
        let said = |low, high| odds(&OddsRow { dimension: Label::plain("Ekonomi"), low, high }, "A", Swedish);
        assert_eq!(said(0.5, 0.5), "Ekonomi: det är 50\u{a0}% sannolikt att A väger tyngst.");
        assert_eq!(said(0.958, 1.0), "Ekonomi: det är minst 96\u{a0}% sannolikt att A väger tyngst.");
        assert_eq!(said(0.0, 0.4), "Ekonomi: det är högst 40\u{a0}% sannolikt att A väger tyngst.");
        assert_eq!(said(1.0, 1.0), "Ekonomi: det är säkert att A väger tyngst.");
        assert!(said(0.0, 1.0).contains("går inte att avgöra"));
    }

    #[test]
    fn uncertainty_is_said_for_each_axis_where_the_file_does() {
        assert_eq!(uncertain(Uncertainty::High, None, English), words::uncertainty(Uncertainty::High, English));
        let axes = Some([Some(Uncertainty::Low), None]);
        assert_eq!(uncertain(Uncertainty::Low, axes, Swedish), "sannolikhet låg, konsekvens inte angiven");
    }
}
