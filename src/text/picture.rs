//! The matrix as a picture: its legend, what each of its risks is for those who do not see it, and its files.

use super::numbers::{capital, date, integer};
use super::shell::labels;
use super::{risk, say, word, words};
use crate::engine::view::{ClassView, MatrixView, PictureView, RiskSpot};
use crate::organisation::value::{Date, Language};
use crate::risk::Unplaced;

labels! {
    /// Draws where every risk is to go, in place of only the one that is pointed at.
    goals: "Visa mål", "Show targets";
    /// Heading of how much is drawn.
    detail: "Visa", "Show";
    /// Risks one by one, in words.
    list: "Lista", "List";
    /// How many are in each cell.
    counts: "Antal", "Counts";
    /// A bubble for each risk.
    bubbles: "Bubblor", "Bubbles";
    /// The name of each risk.
    names: "Namn", "Names";
    /// Legend: where a risk was before.
    was: "stod här förut", "stood here before";
    /// Legend: where it stands with what has been done.
    current: "läget nu, med gjorda åtgärder", "now, with measures done";
    /// Legend: where it should come to stand.
    target: "målet", "the target";
    /// Legend: no uncertainty is stated.
    no_uncertainty: "osäkerhet inte angiven", "uncertainty not stated";
    /// Label of the choice of dimension.
    dimension: "Konsekvens för", "Consequence for";
    /// The worst dimension decides.
    worst: "Den värsta avgör", "The worst decides";
    /// Label of the choice of scenario kind.
    scenario: "Händelsetyp", "Type of event";
    /// Saves the picture.
    save_svg: "Spara som SVG", "Save as SVG";
    /// Saves the picture.
    save_png: "Spara som PNG", "Save as PNG";
    /// Name of the numbers and what they stand for.
    key: "Riskerna i bilden", "The risks in the picture";
    /// Nothing is in the matrix.
    empty: "Ingen risk i urvalet är placerad i matrisen.", "No risk of those chosen is placed in the matrix.";
    /// The picture could not be made.
    not_saved: "Bilden kunde inte skapas i den här webbläsaren. Spara den som SVG i stället.",
        "The picture could not be made in this browser. Save it as SVG instead.";
}

/// Legend: an uncertainty, in a few words.
pub fn uncertainty(level: &str, language: Language) -> String {
    say!(language; "{level} osäkerhet", "{level} uncertainty")
}

/// A cell in words: its levels and its class.
pub fn cell(matrix: &MatrixView, (likelihood, consequence): (u8, u8), language: Language) -> String {
    let row = matrix.grid.get(usize::from(likelihood).wrapping_sub(1));
    let class = row.and_then(|row| row.get(usize::from(consequence).wrapping_sub(1)));
    let class = class.and_then(|class| matrix.classes.get(usize::from(*class)));
    let class = class.map_or_else(String::new, |class: &ClassView| risk::class(class, language));
    say!(language;
        "sannolikhet {likelihood}, konsekvens {consequence}, klass {class}",
        "likelihood {likelihood}, consequence {consequence}, class {class}")
}

/// A risk in the picture for those who do not see it: what, where, and where it came from or is going.
pub fn spot(spot: &RiskSpot, matrix: &MatrixView, language: Language) -> String {
    let title = spot.title.say(language);
    format!("{} {title}: {}", spot.number, place(spot, matrix, language))
}

/// Where a risk is in the picture, in words.
pub fn place(spot: &RiskSpot, matrix: &MatrixView, language: Language) -> String {
    let mut said = vec![cell(matrix, spot.cell, language)];
    if let Some(level) = spot.uncertainty {
        said.push(uncertainty(words::uncertainty(level, language), language));
    }
    let at = |cell: (u8, u8)| self::cell(matrix, cell, language);
    said.extend(spot.was.map(|cell| {
        let cell = at(cell);
        say!(language; "förut {cell}", "before {cell}")
    }));
    said.extend(spot.current.map(|cell| {
        let cell = at(cell);
        say!(language; "nu {cell}", "now {cell}")
    }));
    said.extend(spot.target.map(|cell| {
        let cell = at(cell);
        say!(language; "mål {cell}", "target {cell}")
    }));
    said.join("; ")
}

/// Risks of a cell beyond those that are drawn: `9 risker till: sannolikhet 3, …`.
pub fn more(number: u32, matrix: &MatrixView, at: (u8, u8), language: Language) -> String {
    let (risks, cell) = (words::RISK.figure(number, language), cell(matrix, at, language));
    say!(language; "{risks} till: {cell}", "{risks} more: {cell}")
}

/// What the picture is called.
pub fn title(picture: &PictureView, whose: &str, language: Language) -> String {
    let name = picture
        .matrix
        .name
        .as_ref()
        .map_or_else(|| word(language, "Riskmatris", "Risk matrix").to_owned(), |name| name.say(language).to_owned());
    if whose.is_empty() || name.contains(whose) { name } else { format!("{name} – {whose}") }
}

/// What stands below the cells: that they are no basis for dividing resources, what is not in them, and which data they
/// were drawn from.
pub fn notes(picture: &PictureView, (hash, on): (&str, Date), language: Language) -> Vec<String> {
    let mut notes = vec![risk::caution(language).to_owned()];
    notes.extend(beside(picture, language));
    let day = date(on, language);
    notes.push(if hash.is_empty() {
        say!(language; "Läget den {day}. Filen har ändringar som inte är sparade.",
            "As of {day}. The file has changes that are not saved.")
    } else {
        say!(language; "Läget den {day}. Filens kontrollsumma (SHA-256): {hash}", "As of {day}. Checksum of the file (SHA-256): {hash}")
    });
    notes
}

/// What stands outside the matrix, and what is not among its risks as they are shown.
pub fn beside(picture: &PictureView, language: Language) -> Option<String> {
    let reasons = [Unplaced::NotRated, Unplaced::NotAssessable, Unplaced::Antagonistic];
    let counted = reasons.into_iter().zip(picture.matrix.beside).filter(|(_, number)| *number > 0);
    let outside: Vec<String> =
        counted.map(|(reason, number)| words::beside_counted(number, reason, language)).collect();
    let mut parts = Vec::new();
    if let Some(dimension) = picture.dimension.as_ref().filter(|_| picture.unstated > 0) {
        let (number, name) =
            (integer(picture.unstated.into(), language), super::numbers::inside(dimension.say(language)));
        parts.push(say!(language; "{number} utan bedömd konsekvens för {name}", "{number} not assessed for {name}"));
    }
    if picture.elsewhere > 0 {
        let number = integer(picture.elsewhere.into(), language);
        parts.push(say!(language; "{number} i en annan matris", "{number} in another matrix"));
    }
    // What the page counts as outside is that alone; what another matrix or dimension has is told apart from it.
    let and = |parts: &[String]| Some(super::numbers::and(parts, language)).filter(|said| !said.is_empty());
    let outside = and(&outside).map(|said| say!(language; "Utanför matrisen: {said}.", "Outside the matrix: {said}."));
    let others = and(&parts).map(|said| say!(language; "Inte heller här: {said}.", "Not shown here either: {said}."));
    let said: Vec<String> = outside.into_iter().chain(others).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What the picture shows, for those who do not see it.
pub fn description(picture: &PictureView, language: Language) -> String {
    let mut said = vec![risk::placed(&picture.matrix, language)];
    let spots = picture.spots.iter();
    said.extend(spots.map(|it| format!("{}.", capital(&spot(it, &picture.matrix, language)))));
    said.join(" ")
}

/// The name of a file with the picture, without its ending.
pub fn file_name(on: Date, language: Language) -> String {
    let name = word(language, "riskmatris", "risk-matrix");
    format!("{name}-{on}")
}
