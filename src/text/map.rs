//! The map of all workplaces.

use super::numbers::{capital, date, integer, spelled};
use super::overview::{Sentence, gap};
use super::shell::labels;
use super::{finding, pages, say, word, words};
use crate::coverage::State;
use crate::engine::view::{MapPart, MapView, RuleRow};
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

labels! {
    /// Lead of the map.
    lead: "En ruta är en arbetsplats. Peka på en för att se vad den heter, välj den för att öppna den.",
        "A square is a workplace. Point at one to see what it is called, choose it to open it.";
    /// Label of the choice of rule.
    rule: "Rutorna visar", "The squares show";
    /// The choice of no rule.
    worst: "Sämst av alla regler", "The worst of all rules";
    /// Label of the choice of state.
    state: "Peka ut", "Point out";
    /// What kind of thing the canvas is.
    kind: "karta", "map";
    /// How the keyboard goes through the map.
    keys: "Piltangenterna går mellan rutorna, Page Up och Page Down mellan förvaltningarna. Enter öppnar, plus och minus ändrar storleken.",
        "The arrow keys go between the squares, Page Up and Page Down between the departments. Enter opens, plus and minus change the size.";
    /// How a large map is moved.
    large: "Dra för att flytta kartan. Hjulet ändrar storleken när kartan är vald, annars med Ctrl.",
        "Drag to move the map. The wheel changes its size when the map has the focus, else with Ctrl.";
    /// Makes the cells of the map larger.
    closer: "Närmare", "Closer";
    /// Goes farther away.
    farther: "Längre bort", "Farther away";
    /// Shows all of the map.
    whole: "Visa allt", "Show all";
    /// Of a workplace that no rule is about.
    not_asked: "berörs inte", "not concerned";
    /// Said where there are no workplaces.
    none: "Här finns inga arbetsplatser.", "There are no workplaces here.";
    /// What to do then.
    none_what: "Lägg till en arbetsplats, eller importera dem från ett kalkylblad.",
        "Add a workplace, or import them from a sheet.";
    /// Said where no rule is about the workplaces.
    not_asked_here: "Ingen regel gäller arbetsplatserna här.", "No rule is about the workplaces here.";
    /// Heading of the table of departments.
    departments: "Förvaltning för förvaltning", "Department by department";
    /// Lead of the table.
    departments_lead: "Varje siffra öppnar kartan och listan över just de arbetsplatserna.",
        "Each figure opens the map and the list of just those workplaces.";
    /// Heading of the first column.
    department_column: "Förvaltning eller bolag", "Department or company";
    /// Heading of the column of all workplaces.
    all_column: "Alla", "All";
    /// Said where the list of workplaces is empty.
    nothing: "Ingen arbetsplats har någon avvikelse.", "No workplace has a gap.";
    /// Said where no workplace is in the state that is pointed out.
    nothing_such: "Ingen arbetsplats är i det läget i dag.", "No workplace is in that state today.";
    /// Leads to the findings behind the list.
    as_findings: "Visa som avvikelser", "Show as findings";
}

/// What stands over the verdict: the day, and the rule that the map tells of.
pub fn over(map: &MapView, language: Language) -> String {
    let rule = chosen(map).map_or_else(|| worst(language).to_owned(), |rule| finding::rule_text(rule, language));
    format!("{}\u{a0}· {}", date(map.on, language), rule.trim_end_matches('.'))
}

/// The rule that is chosen.
fn chosen(map: &MapView) -> Option<&RuleRow> {
    map.rules.iter().find(|rule| Some(&rule.id) == map.rule.as_ref())
}

/// How many workplaces fall short.
pub fn verdict(map: &MapView, language: Language) -> Sentence {
    let tally = map.tally();
    let amiss = tally.gaps();
    let workplaces = words::unit_kind(UnitKind::Workplace);
    if tally.applicable == 0 {
        let text = if map.cells.is_empty() { none(language) } else { not_asked_here(language) };
        return Sentence::plain(text);
    }
    if amiss > 0 {
        // The rule's own sentence, where it counts the same.
        let own = chosen(map).filter(|rule| {
            rule.shape == "holders" && rule.tally.applicable == tally.applicable && pages::gaps(rule) == amiss
        });
        if let Some(rule) = own {
            return gap(rule, language);
        }
        let (all, number) = (workplaces.figure(tally.applicable, language), capital(&spelled(amiss, false, language)));
        let do_not = if amiss == 1 { "does not" } else { "do not" };
        return Sentence {
            before: String::new(),
            stress: match tally.applicable {
                1 => word(language, "Arbetsplatsen", "The workplace").into(),
                _ => say!(language; "{number} av {all}", "{number} of {all}"),
            },
            after: say!(language; " uppfyller inte reglerna.", " {do_not} meet the rules."),
        };
    }
    let all = workplaces.count(tally.applicable, language);
    let met = match tally.applicable {
        1 => word(language, "Arbetsplatsen uppfyller kraven.", "The workplace meets the requirements.").into(),
        _ => say!(language; "Alla {all} uppfyller kraven.", "All {all} meet the requirements."),
    };
    pages::calm(&tally, met, language)
}

/// What follows the headline: how many hold, where most fall short, and how many will.
pub fn after(map: &MapView, language: Language) -> String {
    let tally = map.tally();
    let (held, amiss) = (tally.held(), tally.gaps());
    let mut sentences = Vec::new();
    if amiss > 0 {
        let of = super::numbers::of(held, tally.applicable, language);
        sentences.push(say!(language; "{of} uppfyllda.", "{of} met."));
    }
    let gaps = |part: &MapPart| part.tally.gaps();
    let worst = super::numbers::most(&map.parts, gaps);
    if let Some(worst) = worst.filter(|part| gaps(part) < amiss) {
        let (number, name) = (spelled(gaps(worst), false, language), department(worst, language));
        let name =
            worst.municipality.as_ref().map_or(name.clone(), |above| format!("{name}, {}", above.name.say(language)));
        sentences.push(say!(language; "Flest arbetsplatser med avvikelser, {number}, har {name}.", "Most workplaces with gaps, {number}, are in {name}."));
    }
    if tally.expiring > 0 {
        let number = capital(&spelled(tally.expiring, false, language));
        let meet = if tally.expiring == 1 { "meets" } else { "meet" };
        sentences.push(say!(language; "{number} uppfyller kraven i dag men inte hela de närmaste 90 dagarna.", "{number} {meet} the requirements today but not throughout the next 90 days."));
    }
    sentences.join(" ")
}

/// What a department is called.
pub fn department(part: &MapPart, language: Language) -> String {
    let unit = part.unit.as_ref();
    unit.map_or_else(|| super::overview::no_department(language).to_owned(), |unit| unit.name.say(language).to_owned())
}

/// The map for those who do not see it.
pub fn canvas(map: &MapView, language: Language) -> String {
    let all = saturating(map.cells.len());
    let workplaces = words::unit_kind(UnitKind::Workplace).figure(all, language);
    let parts = integer(map.parts.len() as u64, language);
    match map.parts.len() {
        0 | 1 => say!(language; "Karta över {workplaces}", "Map of {workplaces}"),
        _ => say!(language; "Karta över {workplaces} i {parts} grupper", "Map of {workplaces} in {parts} groups"),
    }
}

/// How a workplace stands, in a word or two.
pub fn state_of(state: Option<State>, language: Language) -> &'static str {
    state.map_or_else(|| not_asked(language), |state| words::state(state, language))
}

/// The heading of the list of workplaces.
pub fn list(state: Option<State>, total: u32, language: Language) -> String {
    let counted = words::unit_kind(UnitKind::Workplace).figure(total, language);
    match state {
        None => say!(language; "{counted} att se över", "{counted} to look over"),
        Some(state) => format!("{counted}: {}", words::state(state, language)),
    }
}

/// A figure of the table, for those who do not see its row and column.
pub fn figure(part: &str, state: &str, number: u32, language: Language) -> String {
    let number = integer(number.into(), language);
    say!(language; "{part}: {number} {state}", "{part}: {number} {state}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::lens::Lens;
    use crate::engine::{Engine, Reply, Request};
    use Language::{English, Swedish};

    /// What is said of so many workplaces that two rules are about, of which the first has a representative.
    fn said(workplaces: u32, held: bool, language: Language) -> String {
        let units: Vec<String> =
            (0..workplaces).map(|at| format!(r#"{{"id": "w{at}", "name": "W", "kind": "workplace"}}"#)).collect();
        let post = if held { r#"{"role": "ombud", "unit": "w0", "person": "p"}"# } else { "" };
        let text = format!(
            r#"{{"format": 1, "packs": [], "units": [{}], "people": [{{"id": "p", "name": "P"}}], "assignments": [{post}],
            "rules": [{{"id": "a", "holders": {{"of": "ombud"}}}}, {{"id": "b", "holders": {{"of": "ombud"}}}}]}}"#,
            units.join(", ")
        );
        let mut engine = Engine::default();
        engine.open("file.json".into(), text.into(), &mut |_| ()).expect("the file can be read");
        let lens = Lens::whole("2026-07-01".parse().expect("a day"));
        let Reply::Map(map) = engine.handle(&Request::Map { lens, rule: None }) else { panic!("a map") };
        let Sentence { before, stress, after } = verdict(&map, language);
        before + &stress + &after
    }

    #[test]
    fn one_workplace_and_one_of_several_are_said_as_one() {
        assert_eq!(said(1, false, Swedish), "Arbetsplatsen uppfyller inte reglerna.");
        assert_eq!(said(1, false, English), "The workplace does not meet the rules.");
        assert_eq!(said(1, true, Swedish), "Arbetsplatsen uppfyller kraven.");
        assert_eq!(said(2, true, English), "One of 2\u{a0}workplaces does not meet the rules.");
        assert_eq!(said(3, true, English), "Two of 3\u{a0}workplaces do not meet the rules.");
    }
}
