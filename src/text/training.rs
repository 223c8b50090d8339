//! Trainings: who needs which, by when.

use super::numbers::{and, date_near, days_left, every_months, integer, of};
use super::overview::Sentence;
use super::shell::labels;
use super::{pages, say, word, words};
use crate::coverage::{State, Tally};
use crate::engine::view::{TraineeRow, TrainingRow};
use crate::organisation::value::{Date, Language};

labels! {
    /// Verdict where the file has no trainings.
    no_trainings: "Filen har inga utbildningar ännu.", "The file has no training courses yet.";
    /// What to do then.
    no_trainings_what: "Lägg till en utbildning och vilka roller som behöver den. Då syns här vem som saknar den.",
        "Add a training course and the roles that need it. Then this page shows who lacks it.";
    /// Heading of the trainings.
    trainings: "Utbildningarna", "Training courses";
    /// Lead of the trainings.
    trainings_lead: "Hur många som har var och en, av dem som ska ha den.",
        "How many have each, of those who should.";
    /// Adds a training.
    add: "Lägg till utbildning", "Add a training course";
    /// Changes a training.
    edit: "Ändra", "Edit";
    /// Leads to the findings of a rule that demands a training.
    rule: "Regeln som kräver den", "The rule that requires it";
    /// Heading of the departments.
    departments: "Per förvaltning", "By department";
    /// Lead of the departments.
    departments_lead: "Hur många som har utbildningen, av dem som ska ha den. Välj en ruta för att se vilka.",
        "How many have completed the training course, of those who should. Select a cell to see who.";
    /// Column of departments.
    department: "Förvaltning eller bolag", "Department or company";
    /// Last row of the matrix.
    together: "Tillsammans", "All together";
    /// Said in place of a long list that nothing narrows yet.
    choose: "Välj en ruta ovan, eller:", "Select a cell above, or:";
    /// Leads to those who lack a training.
    see_missing: "Visa alla som saknar en", "Show everyone who lacks one";
    /// Leads to all rows.
    see_soon: "Visa det som går ut inom 90 dagar", "Show what expires within 90 days";
    /// People who belong to no department.
    no_department: "Utan förvaltning", "Without a department";
    /// Heading of the list.
    list: "Att planera", "To plan";
    /// Label of the choice of training.
    training: "Utbildning", "Training course";
    /// Column of people.
    person: "Person", "Person";
    /// Column of units.
    unit: "Där rollen innehas", "Where the role is held";
    /// Column of states.
    state: "Läge", "Standing";
    /// Column of days.
    until: "Gäller till och med", "Valid until";
    /// Column of what can be done.
    act: "Anteckna", "Record";
    /// Records that it was taken.
    done: "Genomförd", "Completed";
    /// Said where nobody fits the filter.
    nobody: "Ingen passar urvalet.", "Nobody fits the filter.";
}

/// The verdict: how many trainings have not been taken, of all that should be.
pub fn verdict(all: &Tally, language: Language) -> Sentence {
    if all.applicable == 0 {
        return Sentence::plain(word(
            language,
            "Inget uppdrag här kräver någon utbildning.",
            "No post here requires a training course.",
        ));
    }
    let lacking = all.gaps() + all.accepted;
    if lacking == 0 {
        let met = word(
            language,
            "Alla som ska ha en utbildning har den.",
            "Everyone who should have a training course has it.",
        );
        return pages::calm(all, met, language);
    }
    let number = of(lacking, all.applicable, language);
    let (done, have) = if lacking == 1 { ("genomförd", "has") } else { ("genomförda", "have") };
    Sentence {
        before: String::new(),
        stress: say!(language; "{number} utbildningar", "{number} training courses"),
        after: say!(language; " är inte {done} eller har gått ut.", " {have} not been completed, or {have} expired."),
    }
}

/// What comes after the verdict: how many lapse soon, and which first.
pub fn after(rows: &[TrainingRow], on: Date, language: Language) -> String {
    let expiring: u32 = rows.iter().map(|row| row.tally.expiring).sum();
    let mut parts = Vec::new();
    if expiring > 0 {
        let number = integer(expiring.into(), language);
        parts.push(say!(language; "Inom 90 dagar går {number} till ut.", "Within 90 days {number} more expire."));
    }
    if let Some((day, row)) = rows.iter().filter_map(|row| Some((row.next?, row))).min_by_key(|(day, _)| *day) {
        let (day, name) = (date_near(day, on, language), row.name.say(language));
        parts.push(say!(language; "Först är {name}, den {day}.", "First comes {name}, on {day}."));
    }
    parts.join(" ")
}

/// The roles a training is asked of, and how often it is taken.
pub fn asked(row: &TrainingRow, language: Language) -> String {
    let roles = row.roles.iter().map(|role| {
        let noun = words::built_in_role(&role.id, None);
        match (&role.name, noun) {
            (None, Some(noun)) => noun.many(language).to_owned(),
            (name, _) => words::role(&role.id, name.as_ref(), None, language),
        }
    });
    let roles = and(&roles.collect::<Vec<_>>(), language);
    let often = match row.renewed_after {
        Some(months) => every_months(months, language),
        None => word(language, "en gång", "once").to_owned(),
    };
    let roles = if row.roles.is_empty() {
        word(language, "krävs inte för någon roll", "not required for any role")
    } else {
        &roles
    };
    format!("{roles}, {often}")
}

/// How many have it, lack it, and whose lapses next.
pub fn stands(row: &TrainingRow, on: Date, language: Language) -> String {
    let tally = &row.tally;
    let have = of(tally.held(), tally.applicable, language);
    match row.next {
        None => have,
        Some(next) => {
            let next = date_near(next, on, language);
            say!(language; "{have}; nästa går ut {next}", "{have}; the next expires on {next}")
        }
    }
}

/// The last day of someone's training: a day, `tills vidare`, or that it was never taken.
pub fn until_said(row: &TraineeRow, on: Date, language: Language) -> String {
    let is_valid = matches!(row.state, State::Met | State::Expiring);
    match (row.until, is_valid) {
        (Some(until), true) if row.state == State::Expiring => {
            let left = until.signed_duration_since(on).num_days();
            let left = days_left(u32::try_from(left).unwrap_or_default(), language);
            format!("{} ({left})", date_near(until, on, language))
        }
        (Some(until), true) => date_near(until, on, language),
        (Some(until), false) => {
            let until = date_near(until, on, language);
            say!(language; "gick ut {until}", "expired on {until}")
        }
        (None, true) => word(language, "utan slutdatum", "no expiry date").to_owned(),
        (None, false) => word(language, "aldrig genomförd", "never completed").to_owned(),
    }
}

/// Heading of the list.
pub fn results(total: u32, language: Language) -> String {
    let number = integer(total.into(), language);
    match total {
        1 => word(language, "1 rad", "1 row").to_owned(),
        _ => say!(language; "{number} rader", "{number} rows"),
    }
}

/// How a training stands for someone, in a word: what no word of a rule says as well.
pub const fn state_said(state: State, language: Language) -> &'static str {
    match state {
        State::Met => word(language, "har den", "has it"),
        State::Expiring => word(language, "går ut inom 90 dagar", "expires within 90 days"),
        State::Missing => word(language, "saknar den", "lacks it"),
        other => words::state(other, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::view::{PersonView, UnitRef};
    use crate::organisation::unit::UnitKind;
    use crate::organisation::value::{Label, parse_date};
    use Language::{English, Swedish};

    fn row(state: State, until: Option<&str>) -> TraineeRow {
        TraineeRow {
            training: "t".into(),
            training_name: Label::plain("T"),
            person: PersonView::default(),
            unit: UnitRef { id: "u".into(), name: Label::plain("U"), kind: UnitKind::Workplace },
            state,
            until: until.and_then(parse_date),
            finding: None,
        }
    }

    #[test]
    fn the_last_day_is_said_as_it_stands() {
        let said = |state, until| until_said(&row(state, until), parse_date("2026-07-01").unwrap(), Swedish);
        assert_eq!(said(State::Met, Some("2027-06-01")), "1\u{a0}juni 2027");
        assert_eq!(said(State::Expiring, Some("2026-07-11")), "11\u{a0}juli (10 dagar)");
        assert_eq!(said(State::Met, None), "utan slutdatum");
        assert_eq!(said(State::Missing, Some("2026-06-30")), "gick ut 30\u{a0}juni");
        assert_eq!(said(State::Missing, None), "aldrig genomförd");
    }

    #[test]
    fn the_verdict_counts_what_is_lacking_and_is_calm_where_nothing_is() {
        let said = |missing, language| {
            let sentence = verdict(&Tally { applicable: 9, missing, ..Tally::default() }, language);
            sentence.before + &sentence.stress + &sentence.after
        };
        assert_eq!(said(3, Swedish), "3 av 9 utbildningar är inte genomförda eller har gått ut.");
        assert_eq!(said(1, Swedish), "1 av 9 utbildningar är inte genomförd eller har gått ut.");
        assert_eq!(said(1, English), "1 of 9 training courses has not been completed, or has expired.");
        assert_eq!(said(0, English), "Everyone who should have a training course has it.");
        let said = |tally| verdict(&tally, Swedish).before;
        assert_eq!(said(Tally::default()), "Inget uppdrag här kräver någon utbildning.");
        let unknown = Tally { applicable: 9, unknown: 1, ..Tally::default() };
        assert_eq!(said(unknown), "Inga avvikelser, såvitt framgår av filen.");
    }
}
