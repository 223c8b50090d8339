//! How a risk came to its class, what would change it, and what to mind about a matrix.

mod scoring;

pub use self::scoring::{
    because, expected, loss_caution, loss_lead, neighbours, neighbours_caution, no_neighbours, odds, position,
    ties_why, uncertain, yearly_loss,
};

use super::numbers::{and, bounds, capital, inside, integer, spelled};
use super::overview::Sentence;
use super::{say, word, words};
use crate::engine::view::{
    ClassView, DimensionRow, LevelView, MatrixView, Movement, RiskPage, RiskRow, RiskView, Sensitivity, StepOf,
};
use crate::organisation::problem::{AdviceKind, MatrixAdvice};
use crate::organisation::value::{Label, Language};
use crate::risk::{RiskNumber, Unplaced};

/// What a matrix must not be used for. It stands by every matrix, on screen and in print.
pub fn caution(language: Language) -> &'static str {
    word(
        language,
        "Matrisen rangordnar risker. Den är inte ett underlag för att fördela resurser.",
        "The matrix ranks risks. It is not a basis for allocating resources.",
    )
}

/// The verdict of the risk page: how many risks are in the class of the first of them. `elsewhere` is how many the file
/// has, where only a part is looked at.
pub fn verdict(page: &RiskPage, elsewhere: Option<u32>, language: Language) -> Sentence {
    if page.total == 0 {
        return Sentence::plain(match elsewhere {
            Some(all) => super::pages::none_in_part(&words::RISK, all, language),
            None => word(language, "Filen har inga risker.", "The file has no risks.").to_owned(),
        });
    }
    let Some(class) = page.rows.first().and_then(|first| first.class.as_ref()) else {
        let none = word(language, "Ingen risk är placerad i matrisen.", "No risk is placed in the matrix.");
        return Sentence::plain(none);
    };
    let (name, number) = (inside(class.name.say(language)), page.in_first_class);
    if class.index == 0 && page.matrix.as_ref().is_some_and(|matrix| matrix.placed == number) {
        let all = capital(&words::RISK.count(number, language));
        return Sentence::plain(
            say!(language; "{all} i matrisen, alla i klassen {name}.", "{all} in the matrix, all in the class {name}."),
        );
    }
    let are = if number == 1 { "is" } else { "are" };
    Sentence {
        before: String::new(),
        stress: capital(&words::RISK.count(number, language)),
        after: say!(language; " är i klassen {name}.", " {are} in the class {name}."),
    }
}

/// What comes after the verdict of the risk page: which comes first, and what stands beside the matrix.
pub fn after_verdict(matrix: &MatrixView, first: Option<&RiskRow>, language: Language) -> String {
    let mut sentences = Vec::new();
    if let Some(first) = first.filter(|first| first.rank.is_some()) {
        let title = inside(first.title.say(language));
        sentences.push(match (first.ties, decided_short(first, language)) {
            (0, Some(why)) => say!(language; "Först kommer {title}: {why}.", "First comes {title}: {why}."),
            (0, None) => say!(language; "Först kommer {title}.", "First comes {title}."),
            (1, _) => {
                let title = capital(&title);
                say!(language; "{title} och en annan kommer lika först.", "{title} and one other share first place.")
            }
            (ties, _) => {
                let (title, others) = (capital(&title), spelled(ties, false, language));
                say!(language; "{title} och {others} andra kommer lika först.", "{title} and {others} others share first place.")
            }
        });
    }
    let beside: u32 = matrix.beside.iter().sum();
    if beside > 0 {
        let (counted, stand) =
            (capital(&words::RISK.count(beside, language)), if beside == 1 { "stands" } else { "stand" });
        sentences.push(say!(language; "{counted} står utanför matrisen.", "{counted} {stand} outside the matrix."));
    }
    sentences.join(" ")
}

/// The level that decided, in a few words: `konsekvenserna för liv och hälsa är katastrofala`.
fn decided_short(row: &RiskRow, language: Language) -> Option<String> {
    let (dimension, level) = (row.decided_by.as_ref()?.say(language), row.consequence.as_ref()?.name.say(language));
    Some(consequences_are(dimension, level, language))
}

/// How bad it would be. Files name levels in the plural (allvarliga konsekvenser) or in the singular (en allvarlig
/// konsekvens).
fn consequences_are(dimension: &str, level: &str, language: Language) -> String {
    let (dimension, level) = (inside(dimension), inside(level));
    let consequences = if level.ends_with('a') { "konsekvenserna" } else { "konsekvensen" };
    say!(language;
        "{consequences} för {dimension} är {level}",
        "the consequences for {dimension} are {level}")
}

/// A class with its letter: `H hög`.
pub fn class(class: &ClassView, language: Language) -> String {
    format!("{} {}", class.letter, class.name.say(language))
}

/// The range of classes within a risk's ranges: `M–H`.
pub fn class_range(low: &ClassView, high: &ClassView) -> String {
    if low.index == high.index { low.letter.clone() } else { format!("{}–{}", low.letter, high.letter) }
}

/// The number that a risk goes by: `nr 3`.
pub fn numbered(number: RiskNumber, language: Language) -> String {
    say!(language; "nr {number}", "no. {number}")
}

/// A place in the register: `3`, `delad 3:e`.
pub fn rank(rank: u32, ties: u32, language: Language) -> String {
    if ties == 0 {
        return integer(rank.into(), language);
    }
    // 1:a, 2:a, 22:a; else 3:e as in the ordinal numbers.
    let ending = if matches!(rank % 10, 1 | 2) && !matches!(rank % 100, 11 | 12) { "a" } else { "e" };
    let number = integer(rank.into(), language);
    say!(language; "delad {number}:{ending}", "joint {number}")
}

/// A level by number and name: `4 hög`.
pub fn level(level: &LevelView, language: Language) -> String {
    format!("{} {}", level.level, level.name.say(language))
}

/// One level, or a range of them: `2 låg till 4 hög`.
pub fn levels((low, high): &(LevelView, LevelView), language: Language) -> String {
    if low.level == high.level {
        return level(high, language);
    }
    let (low, high) = (level(low, language), level(high, language));
    say!(language; "{low} till {high}", "{low} to {high}")
}

/// Where a level begins and ends, `below` being the level under it.
pub fn level_bounds(level: &LevelView, below: Option<&LevelView>, language: Language) -> Option<String> {
    bounds(below.and_then(|below| below.up_to), level.up_to, level.unit.as_deref(), language)
}

/// The verdict of a risk's own page.
pub fn risk_verdict(risk: &RiskView, language: Language) -> String {
    let title = risk.row.title.say(language);
    match (&risk.row.beside, &risk.row.class) {
        (None, Some(class)) => {
            let class = inside(class.name.say(language));
            say!(language; "{title}: {class} risk.", "{title}: {class} risk.")
        }
        (Some(Unplaced::NotRated), _) | (None, None) => {
            say!(language; "{title} är inte bedömd.", "{title} is not assessed.")
        }
        (Some(Unplaced::NotAssessable), _) => {
            say!(language; "{title}: sannolikheten går inte att bedöma.", "{title}: the likelihood cannot be assessed.")
        }
        (Some(Unplaced::Antagonistic), _) => {
            say!(language; "{title} bedöms utanför matrisen.", "{title} is assessed outside the matrix.")
        }
    }
}

/// What follows the verdict of a risk's own page: what decided the class, its range and its place.
pub fn risk_reason(risk: &RiskView, language: Language) -> String {
    let row = &risk.row;
    if let Some(beside) = row.beside {
        return beside_reason(beside, language).into();
    }
    let mut sentences = Vec::new();
    if let (Some(likelihood), Some(consequence), Some(dimension)) = (&row.likelihood, &row.consequence, &row.decided_by)
    {
        let (likelihood, consequence) = (likelihood.name.say(language), consequence.name.say(language));
        let likelihood = inside(likelihood);
        let consequences = capital(&consequences_are(dimension.say(language), consequence, language));
        sentences.push(say!(language;
            "Sannolikheten är {likelihood}. {consequences}, och det avgör.",
            "The likelihood is {likelihood}. {consequences}, and that decides."));
    }
    if let Some((low, high)) = row.class_range.as_ref().filter(|(low, high)| low.index != high.index) {
        let (low, high) = (inside(low.name.say(language)), inside(high.name.say(language)));
        sentences.push(say!(language;
            "Inom de angivna intervallen går klassen från {low} till {high}; den högsta gäller.",
            "Within the ranges given the class goes from {low} to {high}; the highest applies."));
    }
    if let Some((number, place)) = row.number.zip(row.rank) {
        sentences.push(place_sentence(RiskNumber { place, ..number }, row.ties, language));
    }
    sentences.join(" ")
}

/// The place in the register as a sentence.
fn place_sentence(number: RiskNumber, ties: u32, language: Language) -> String {
    match ties {
        0 => say!(language; "Risken är nummer {number} i registret.", "The risk is number {number} in the register."),
        1 => say!(language;
            "Risken delar plats {number} i registret med en annan.",
            "The risk shares place {number} in the register with one other."),
        _ => {
            let ties = integer(ties.into(), language);
            say!(language;
                "Risken delar plats {number} i registret med {ties} andra.",
                "The risk shares place {number} in the register with {ties} others.")
        }
    }
}

/// That a risk stands worse now than it is assessed, which it should not without a reason; nothing where it does not.
pub fn worse_now(movement: &Movement, language: Language) -> Option<String> {
    let (assessed, now) = (movement.inherent.as_ref()?, movement.current.as_ref()?);
    if now.at.class.index <= assessed.class.index {
        return None;
    }
    let (assessed, now) = (class(&assessed.class, language), class(&now.at.class, language));
    Some(say!(language;
        "Risken är bedömd till {assessed} men står nu i {now}. Gå igenom bedömningen eller läget nu.",
        "The risk is assessed as {assessed} but now stands at {now}. Review the assessment or the position now."))
}

/// Which reasons of a risk were written for other levels than it has now.
pub fn reasons_left(of: &[String], language: Language) -> String {
    let of = super::numbers::and(of, language);
    say!(language;
        "Risken är flyttad. Motiveringen till {of} skrevs för den gamla nivån. Skriv om den under Ändra risken.",
        "The risk has been moved. The rationale for {of} was written for the old level. Rewrite it under Edit the risk.")
}

/// Why risks of this kind are not in the matrix.
pub fn beside_reason(beside: Unplaced, language: Language) -> &'static str {
    match beside {
        Unplaced::NotRated => word(
            language,
            "Sannolikhet eller konsekvens saknas. Risken räknas varken som låg eller hög förrän den är bedömd.",
            "Likelihood or consequence is missing. Until it is assessed the risk counts neither as low nor as high.",
        ),
        Unplaced::NotAssessable => word(
            language,
            "Sannolikheten går inte att bedöma. Risken redovisas därför utanför matrisen.",
            "The likelihood cannot be assessed, so the risk is listed outside the matrix.",
        ),
        Unplaced::Antagonistic => word(
            language,
            "Händelsen orsakas avsiktligt. En angripare kan anpassa sig efter skyddet, så risken placeras inte i matrisen.",
            "The event is caused deliberately. An attacker can adapt to the protection, so the risk is not placed in the matrix.",
        ),
    }
}

/// How the class was looked up: `Sannolikhet 4 och konsekvens 5 ger klassen X mycket hög.`
pub fn lookup(row: &RiskRow, language: Language) -> Option<String> {
    let (likelihood, consequence, class) = (row.likelihood.as_ref()?, row.consequence.as_ref()?, row.class.as_ref()?);
    let (l, c) = (likelihood.level, consequence.level);
    let class = self::class(class, language);
    Some(say!(language;
        "Rutan vid sannolikhet {l} och konsekvens {c} har klassen {class}.",
        "The cell at likelihood {l} and consequence {c} has the class {class}."))
}

/// What risks of one class are sorted by, as a sentence.
pub fn sorted_by(sort: u32, language: Language) -> String {
    say!(language;
        "Inom klassen ordnas riskerna efter summan av nivåerna, här {sort}, och därefter efter osäkerhet. Summan säger inget i sig.",
        "Within a class risks are sorted by the sum of their levels, here {sort}, and then by uncertainty. The sum says nothing by itself.")
}

/// Why a dimension decided, or did not, in a word or two for its row.
pub fn dimension_note(row: &DimensionRow, language: Language) -> &'static str {
    match (row.decides, &row.levels) {
        (true, _) => word(language, "avgör", "decides"),
        (false, None) => word(language, "inte angiven", "not stated"),
        (false, Some(_)) => "",
    }
}

/// One step that changes the class: `Vore sannolikheten 3 medel i stället blev klassen M medel.`
pub fn sensitivity(step: &Sensitivity, language: Language) -> String {
    let (to, class) = (level(&step.to, language), class(&step.class, language));
    let way = if step.up { word(language, "upp", "up") } else { word(language, "ned", "down") };
    match &step.of {
        StepOf::Likelihood => say!(language;
            "Sannolikheten ett steg {way}, till {to}, ger klassen {class}.",
            "The likelihood one step {way}, to {to}, gives the class {class}."),
        StepOf::Consequence(dimension) => {
            let dimension = inside(dimension.say(language));
            say!(language;
                "Konsekvensen för {dimension} ett steg {way}, till {to}, ger klassen {class}.",
                "The consequence for {dimension} one step {way}, to {to}, gives the class {class}.")
        }
    }
}

/// The name of the axis of consequence: `Konsekvens (lokal skala): ekonomi och miljö`.
pub fn axis(dimensions: &[Label], language: Language) -> String {
    format!("{}{}", super::pages::consequence(language), after_axis(dimensions, language))
}

/// What follows the word for consequence where its dimensions are named: what stands in brackets after each of them is
/// said once.
pub fn after_axis(dimensions: &[Label], language: Language) -> String {
    let names: Vec<&str> = dimensions.iter().map(|name| name.say(language)).collect();
    let split: Option<Vec<(&str, &str)>> = names.iter().map(|name| name.strip_suffix(')')?.rsplit_once('(')).collect();
    let shared = split.filter(|split| split.len() > 1 && split.iter().all(|(_, note)| *note == split[0].1));
    let (note, names) = match shared {
        Some(split) => (format!(" ({})", split[0].1), split.into_iter().map(|(name, _)| name.trim_end()).collect()),
        None => (String::new(), names),
    };
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    format!("{note}: {}", and(&names, language))
}

/// Said where no single step changes the class.
pub fn insensitive(language: Language) -> &'static str {
    word(
        language,
        "Inget enskilt steg i sannolikhet eller konsekvens ändrar klassen.",
        "No single step in likelihood or consequence changes the class.",
    )
}

/// A cell of the matrix in words, for those who do not see it: `hög sannolikhet, …: 3 risker, klass H hög`.
pub fn cell(matrix: &MatrixView, likelihood: u8, consequence: u8, language: Language) -> String {
    let (row, column) = (usize::from(likelihood).saturating_sub(1), usize::from(consequence).saturating_sub(1));
    let number = matrix.cells.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0);
    let class =
        matrix.grid.get(row).and_then(|row| row.get(column)).and_then(|at| matrix.classes.get(usize::from(*at)));
    let name =
        |levels: &[LevelView], at: usize| levels.get(at).map_or_else(String::new, |l| l.name.say(language).to_owned());
    let (l, c) = (name(&matrix.likelihood, row), name(&matrix.consequence, column));
    let risks = words::RISK.figure(number, language);
    let class = class.map_or_else(String::new, |class| self::class(class, language));
    say!(language;
        "{risks}: sannolikhet {l}, konsekvens {c}, klass {class}",
        "{risks}: likelihood {l}, consequence {c}, class {class}")
}

/// How many risks a matrix holds, where nothing is known of those outside: `34 risker är i matrisen.`
pub fn within(placed: u32, language: Language) -> String {
    let risks = words::RISK.figure(placed, language);
    let are = if placed == 1 { "is" } else { "are" };
    say!(language; "{risks} är i matrisen.", "{risks} {are} in the matrix.")
}

/// What a matrix holds, under its heading: `34 risker är i matrisen, 8 utanför.`
pub fn placed(matrix: &MatrixView, language: Language) -> String {
    let beside: u32 = matrix.beside.iter().sum();
    let placed = words::RISK.figure(matrix.placed, language);
    let are = if matrix.placed == 1 { "is" } else { "are" };
    if beside == 0 {
        return say!(language; "{placed} är i matrisen, ingen utanför.", "{placed} {are} in the matrix, none outside it.");
    }
    let beside = integer(beside.into(), language);
    say!(language;
        "{placed} är i matrisen, {beside} utanför.",
        "{placed} {are} in the matrix, {beside} outside it.")
}

/// How many of all risks are judged by another matrix, where any is.
pub fn elsewhere(matrix: &MatrixView, total: u32, language: Language) -> Option<String> {
    let others = total.saturating_sub(matrix.placed + matrix.beside.iter().sum::<u32>());
    let counted = capital(&words::RISK.count(others, language));
    let are = if others == 1 { "is" } else { "are" };
    (others > 0)
        .then(|| say!(language; "{counted} bedöms i en annan matris.", "{counted} {are} assessed by another matrix."))
}

/// What a matrix might be better for. It is used all the same.
pub fn advice(advice: &MatrixAdvice, language: Language) -> String {
    let said = match advice.kind {
        AdviceKind::UnusedClass => {
            word(language, "matrisen har en klass som ingen ruta har", "the matrix has a class that no cell has")
        }
        AdviceKind::NotMonotone => word(
            language,
            "en ruta har lägre klass än en ruta med lägre sannolikhet eller konsekvens",
            "a cell has a lower class than one with lower likelihood or consequence",
        ),
        AdviceKind::ThresholdGap => word(
            language,
            "mellan två nivåer finns värden som inte hör till någon av dem",
            "between two levels there are values that belong to neither",
        ),
        AdviceKind::ThresholdOverlap => word(
            language,
            "två nivåer överlappar, eller så stiger inte deras gränser",
            "two levels overlap, or their bounds do not rise",
        ),
        AdviceKind::WeakConsistency => word(
            language,
            "en ruta i högsta klassen ligger inte över alla rutor i den lägsta, räknat i nivåer",
            "a cell of the highest class is not above every cell of the lowest, counted in levels",
        ),
        AdviceKind::Betweenness => word(
            language,
            "ett enda steg leder från lägsta till högsta klassen, trots att det finns klasser emellan",
            "a single step leads from the lowest class to the highest, though there are classes between",
        ),
        AdviceKind::ConsistentColouring => word(
            language,
            "rutor med samma summa av nivåer har olika klass",
            "cells with the same sum of levels have different classes",
        ),
        AdviceKind::MisorderedPairs => word(
            language,
            "summan av nivåer ordnar några rutor annorlunda än den förväntade skadan gör",
            "the sum of levels puts some cells in another order than expected loss does",
        ),
    };
    // Of bounds the scale is in question, not the cells.
    let of_bounds = matches!(advice.kind, AdviceKind::ThresholdGap | AdviceKind::ThresholdOverlap);
    if advice.cells.is_empty() || of_bounds {
        return said.to_owned();
    }
    let cells: Vec<_> = advice.cells.iter().map(|[l, c]| format!("{l}–{c}")).collect();
    let cells = and(&cells, language);
    say!(language; "{said} (sannolikhet–konsekvens {cells})", "{said} (likelihood–consequence {cells})")
}

#[cfg(test)]
mod tests;
