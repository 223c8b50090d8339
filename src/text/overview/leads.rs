//! What the overview ends with, each as what leads on and the rest of its sentence.

use crate::engine::view::LeadsView;
use crate::organisation::value::{Date, Language};
use crate::text::numbers::{capital, date_near, spelled};
use crate::text::{say, word, words};

/// Things to be done about risks.
const MEASURE: words::Noun =
    words::Noun { neuter: false, sv: ["åtgärd", "åtgärder", "åtgärden"], en: ["measure", "measures"] };

/// Headings of the report.
const HEADING: words::Noun =
    words::Noun { neuter: false, sv: ["rubrik", "rubriker", "rubriken"], en: ["heading", "headings"] };

/// Two parts of a sentence.
fn parts(head: &str, rest: &str) -> (String, String) {
    (head.to_owned(), rest.to_owned())
}

/// When the group meets next, and how many of its seats are empty where that is known.
pub fn group(view: &LeadsView, on: Date, language: Language) -> (String, String) {
    let empty = match view.vacant {
        None => String::new(),
        Some(0) => word(language, " Alla platser är besatta.", " All seats are filled.").to_owned(),
        Some(1) => word(language, " En plats är tom.", " One seat is empty.").to_owned(),
        Some(number) => {
            let number = capital(&spelled(number, false, language));
            say!(language; " {number} platser är tomma.", " {number} seats are empty.")
        }
    };
    match view.meeting {
        Some(day) => (
            capital(&date_near(day, on, language)),
            say!(language;
                "möts riskhanteringsgruppen.{empty}", "is when the risk management group meets.{empty}"),
        ),
        None if view.has_group => {
            let head = word(language, "Inget möte", "No meeting");
            (
                head.to_owned(),
                say!(language;
                "är inplanerat i riskhanteringsgruppen.{empty}", "of the risk management group is planned.{empty}"),
            )
        }
        None => match language {
            Language::Swedish => parts("Ingen riskhanteringsgrupp", "finns i filen."),
            Language::English => parts("No risk management group", "is in the file."),
        },
    }
}

/// How many measures are late, and since when.
pub fn measures(view: &LeadsView, on: Date, language: Language) -> (String, String) {
    let head = capital(&MEASURE.count(view.late, language));
    let since = view.oldest.map(|day| date_near(day, on, language));
    match (view.late, since) {
        _ if !view.has_measures => match language {
            Language::Swedish => parts("Inga åtgärder", "finns ännu."),
            Language::English => parts("No measures", "yet."),
        },
        (0, _) => match language {
            Language::Swedish => parts("Ingen åtgärd", "är försenad."),
            Language::English => parts("No measure", "is late."),
        },
        (1, Some(day)) => (head, say!(language; "är försenad, sedan {day}.", "is late, since {day}.")),
        (1, None) => (head, word(language, "är försenad.", "is late.").to_owned()),
        (_, Some(day)) => {
            (head, say!(language; "är försenade, den äldsta sedan {day}.", "are late, the oldest since {day}."))
        }
        (_, None) => (head, word(language, "är försenade.", "are late.").to_owned()),
    }
}

/// Which training lapses next for anyone, and when.
pub fn training(view: &LeadsView, on: Date, language: Language) -> (String, String) {
    match &view.training {
        Some(lapse) => {
            let name = lapse.name.say(language);
            let head = capital(&date_near(lapse.until, on, language));
            (
                head,
                say!(language;
                "går nästa utbildning ut: {name}.", "is when the next training course expires: {name}."),
            )
        }
        None if !view.has_trainings => match language {
            Language::Swedish => parts("Inga utbildningar", "finns ännu."),
            Language::English => parts("No training courses", "yet."),
        },
        None => match language {
            Language::Swedish => parts("Ingen utbildning", "går ut."),
            Language::English => parts("No training course", "expires."),
        },
    }
}

/// Under how many headings of the report something is missing.
pub fn report(view: &LeadsView, language: Language) -> (String, String) {
    let all = spelled(view.headings, false, language);
    let head = capital(&HEADING.count(view.incomplete, language));
    match view.incomplete {
        _ if view.headings == 0 => match language {
            Language::Swedish => parts("Rapporten", "har inga rubriker."),
            Language::English => parts("The report", "has no headings."),
        },
        0 => match language {
            Language::Swedish => parts("Rapporten", "är fullständig."),
            Language::English => parts("The report", "is complete."),
        },
        1 => (head, say!(language; "av {all} i rapporten är ofullständig.", "of {all} in the report is incomplete.")),
        _ => (head, say!(language; "av {all} i rapporten är ofullständiga.", "of {all} in the report are incomplete.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::view::TrainingLapse;
    use crate::organisation::value::{Label, parse_date};
    use Language::{English, Swedish};

    fn whole((head, rest): (String, String)) -> String {
        format!("{head} {rest}")
    }

    #[test]
    fn what_comes_next_is_said() {
        let on = parse_date("2026-11-22").expect("a day");
        let view = LeadsView {
            meeting: parse_date("2026-12-10"),
            has_group: true,
            vacant: Some(2),
            has_measures: true,
            late: 6,
            oldest: parse_date("2026-06-30"),
            has_trainings: true,
            training: parse_date("2026-11-27")
                .map(|until| TrainingLapse { until, name: Label::plain("Hjärt-lungräddning") }),
            incomplete: 4,
            headings: 7,
        };
        assert_eq!(
            whole(group(&view, on, Swedish)),
            "10\u{a0}december möts riskhanteringsgruppen. Två platser är tomma."
        );
        let narrowed = LeadsView { vacant: None, ..view.clone() };
        assert_eq!(whole(group(&narrowed, on, Swedish)), "10\u{a0}december möts riskhanteringsgruppen.");
        assert_eq!(whole(measures(&view, on, Swedish)), "Sex åtgärder är försenade, den äldsta sedan 30\u{a0}juni.");
        assert_eq!(
            whole(training(&view, on, Swedish)),
            "27\u{a0}november går nästa utbildning ut: Hjärt-lungräddning."
        );
        assert_eq!(whole(report(&view, Swedish)), "Fyra rubriker av sju i rapporten är ofullständiga.");
        assert_eq!(whole(report(&view, English)), "Four headings of seven in the report are incomplete.");
    }

    #[test]
    fn where_nothing_comes_that_is_said_too() {
        let (on, view) = (parse_date("2026-11-22").expect("a day"), LeadsView::default());
        assert_eq!(whole(group(&view, on, Swedish)), "Ingen riskhanteringsgrupp finns i filen.");
        assert_eq!(whole(measures(&view, on, Swedish)), "Inga åtgärder finns ännu.");
        assert_eq!(whole(training(&view, on, English)), "No training courses yet.");
        assert_eq!(whole(report(&view, Swedish)), "Rapporten har inga rubriker.");
        let view = LeadsView { has_measures: true, has_trainings: true, headings: 7, ..view };
        assert_eq!(whole(measures(&view, on, English)), "No measure is late.");
        assert_eq!(whole(training(&view, on, Swedish)), "Ingen utbildning går ut.");
        assert_eq!(whole(report(&view, Swedish)), "Rapporten är fullständig.");
    }
}
