//! What the file accepts, and what is wrong with an exception that accepts nothing any longer.

use super::super::numbers::{and, capital, date, spelled};
use super::super::{say, word, words};
use crate::coverage::time::WINDOW;
use crate::coverage::{AcceptanceLack, ExceptionStanding};
use crate::engine::view::ExceptionRow;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};

/// Days within which an end is soon, as for everything else that ends.
const SOON: i64 = WINDOW.cast_signed();

/// Heading of the exceptions of the file.
pub const fn heading(language: Language) -> &'static str {
    word(language, "Accepterade avvikelser", "Accepted findings")
}

/// How many of them should be looked at, and how many are accepted without all that takes.
pub fn lead(rows: &[ExceptionRow], language: Language) -> String {
    let said = match stale_count(rows) {
        0 => word(
            language,
            "De räknas för sig och kommer tillbaka när slutdatumet har passerat eller avvikelsen ändras.",
            "They are counted separately, and come back when the end date has passed or the finding changes.",
        )
        .to_owned(),
        1 => word(
            language,
            "En av dem gäller inte längre någon avvikelse och behöver ses över.",
            "One of them no longer covers any gap and should be reviewed.",
        )
        .to_owned(),
        stale => {
            let stale = capital(&spelled(stale, false, language));
            say!(language; "{stale} av dem gäller inte längre någon avvikelse och behöver ses över.",
                "{stale} of them no longer cover any gap and should be reviewed.")
        }
    };
    let incomplete = saturating(rows.iter().filter(|row| !row.lacks.is_empty()).count());
    if incomplete == 0 {
        return said;
    }
    let one = incomplete == 1;
    let incomplete = capital(&spelled(incomplete, false, language));
    let states = if one { "does" } else { "do" };
    say!(language;
        "{said} {incomplete} gäller en regel som måste uppfyllas men saknar slutdatum eller vem som har beslutat.",
        "{said} {incomplete} of a rule that must be met {states} not state an end date or who decided.")
}

/// Exceptions that accept nothing any longer.
pub fn stale_count(rows: &[ExceptionRow]) -> u32 {
    saturating(rows.iter().filter(|row| row.standing.is_stale()).count())
}

/// Says that an exception accepts nothing any longer, on the command line.
pub fn stale_exception(finding: &str, language: Language) -> String {
    say!(language; "undantaget för {finding} gäller inte längre någon avvikelse", "the exception for {finding} no longer covers any gap")
}

/// Says what an exception from a rule that must be met has to state and does not, on the command line.
pub fn incomplete_exception(finding: &str, lacks: &[AcceptanceLack], language: Language) -> String {
    let lacks = lacking(lacks, language);
    say!(language; "undantaget för {finding} gäller en regel som måste uppfyllas: ange {lacks}",
        "the exception for {finding} is from a rule that must be met: state {lacks}")
}

/// How an exception stands, and what it has to state and does not.
pub fn standing(row: &ExceptionRow, on: Date, language: Language) -> String {
    let stands = stands(row, on, language);
    if row.lacks.is_empty() {
        return stands;
    }
    let lacks = lacking(&row.lacks, language);
    say!(language; "{stands} Regeln måste uppfyllas: ange {lacks}.",
        "{stands} The rule must be met: state {lacks}.")
}

/// How an exception stands, as a sentence.
fn stands(row: &ExceptionRow, on: Date, language: Language) -> String {
    let soon = row.until.is_some_and(|until| until.signed_duration_since(on).num_days() <= SOON);
    let until = row.until.map(|until| date(until, language));
    let said = match (row.standing, until) {
        (ExceptionStanding::Accepts, Some(until)) if soon => {
            return say!(language; "Accepterad till och med {until}, alltså inte mycket längre.",
                "Accepted only until {until}.");
        }
        (ExceptionStanding::Accepts, Some(until)) => {
            return say!(language; "Accepteras till och med {until}.", "Accepted until {until}.");
        }
        (ExceptionStanding::Lapsed, Some(until)) => {
            return say!(language; "Gick ut {until}, men avvikelsen finns kvar.",
                "Expired on {until}, but the finding is still there.");
        }
        (ExceptionStanding::Accepts, None) => {
            word(language, "Accepteras tills vidare.", "Accepted until further notice.")
        }
        (ExceptionStanding::Lapsed, None) => word(language, "Har gått ut.", "Has expired."),
        (ExceptionStanding::Waits, _) => word(
            language,
            "Regeln är ännu uppfylld, men inte om 90 dagar.",
            "The rule is still met, but will not be in 90 days.",
        ),
        (ExceptionStanding::Changed, _) => {
            let state = row.state.map_or("", |state| words::state(state, language));
            let since = row.since.map(|since| date(since, language));
            let since = since.map(|since| say!(language; " sedan {since}", " since {since}")).unwrap_or_default();
            return say!(language;
                "Avvikelsen har ändrats sedan den accepterades: nu {state}{since}.",
                "The finding has changed since it was accepted: now {state}{since}.");
        }
        (ExceptionStanding::Settled, _) => word(
            language,
            "Avvikelsen finns inte längre: regeln är uppfylld.",
            "The finding is no longer there: the rule is met.",
        ),
        (ExceptionStanding::NoRule, _) => {
            word(language, "Hör inte till någon regel som gäller.", "Does not belong to any rule in force.")
        }
    };
    said.to_owned()
}

/// What is to be stated, in the middle of a sentence.
fn lacking(lacks: &[AcceptanceLack], language: Language) -> String {
    let lack = |lack: &AcceptanceLack| match lack {
        AcceptanceLack::End => word(language, "slutdatum", "an end date").to_owned(),
        AcceptanceLack::Decider => word(language, "vem som har beslutat", "who decided").to_owned(),
    };
    and(&lacks.iter().map(lack).collect::<Vec<_>>(), language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::State;
    use crate::organisation::value::{Label, parse_date};
    use Language::{English, Swedish};

    fn row(standing: ExceptionStanding) -> ExceptionRow {
        ExceptionRow {
            binds: false,
            lacks: vec![],
            finding: "r:a".into(),
            standing,
            subject: None,
            rule_text: None,
            reason: Label::plain("Flyttar"),
            who: None,
            until: parse_date("2026-09-30"),
            state: Some(State::Missing),
            since: parse_date("2026-06-01"),
        }
    }

    #[test]
    fn an_exception_says_how_it_stands() {
        let on = |day: &str| parse_date(day).unwrap();
        let standing = |row: &ExceptionRow, language| standing(row, on("2026-01-10"), language);
        let accepts = row(ExceptionStanding::Accepts);
        assert_eq!(standing(&accepts, Swedish), "Accepteras till och med 30\u{a0}september 2026.");
        let soon = super::standing(&accepts, on("2026-09-01"), Swedish);
        assert_eq!(soon, "Accepterad till och med 30\u{a0}september 2026, alltså inte mycket längre.");
        let lapsed = standing(&row(ExceptionStanding::Lapsed), English);
        assert_eq!(lapsed, "Expired on 30\u{a0}September 2026, but the finding is still there.");
        let changed = standing(&row(ExceptionStanding::Changed), Swedish);
        assert_eq!(changed, "Avvikelsen har ändrats sedan den accepterades: nu saknas sedan 1\u{a0}juni 2026.");
    }

    #[test]
    fn what_must_be_met_is_not_accepted_without_an_end_and_somebody_in_silence() {
        let on = parse_date("2026-01-10").unwrap();
        let lacks = vec![AcceptanceLack::Decider];
        let bound = ExceptionRow { binds: true, lacks, ..row(ExceptionStanding::Accepts) };
        let said = standing(&bound, on, Swedish);
        assert_eq!(
            said,
            "Accepteras till och med 30\u{a0}september 2026. Regeln måste uppfyllas: ange vem som har beslutat."
        );
        let soon = super::standing(&bound, parse_date("2026-09-01").unwrap(), English);
        assert_eq!(soon, "Accepted only until 30\u{a0}September 2026. The rule must be met: state who decided.");
        let for_ever = ExceptionRow { until: None, lacks: AcceptanceLack::ALL.to_vec(), ..bound };
        assert_eq!(
            standing(&for_ever, on, English),
            "Accepted until further notice. The rule must be met: state an end date and who decided."
        );
        let free = ExceptionRow { until: None, ..row(ExceptionStanding::Accepts) };
        assert_eq!(standing(&free, on, Swedish), "Accepteras tills vidare.");
    }

    #[test]
    fn those_that_are_stale_are_counted() {
        let rows = [row(ExceptionStanding::Accepts), row(ExceptionStanding::Settled), row(ExceptionStanding::NoRule)];
        assert_eq!(lead(&rows, English), "Two of them no longer cover any gap and should be reviewed.");
        assert!(lead(&rows[..1], Swedish).starts_with("De räknas för sig"));
        assert!(lead(&rows[..1], English).ends_with("the finding changes."));
        let bound = ExceptionRow { lacks: vec![AcceptanceLack::End], ..row(ExceptionStanding::Accepts) };
        let said = lead(&[bound], English);
        assert!(said.ends_with(" One of a rule that must be met does not state an end date or who decided."), "{said}");
        let said = incomplete_exception("r:a", AcceptanceLack::ALL, Swedish);
        assert_eq!(
            said,
            "undantaget för r:a gäller en regel som måste uppfyllas: ange slutdatum och vem som har beslutat"
        );
    }
}
