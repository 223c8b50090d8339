//! Measures: what is done against risks, what is late, what it costs and what it gives.

use super::numbers::{and, capital, date_near, decimal, integer, sek};
use super::overview::Sentence;
use super::risk::class;
use super::shell::labels;
use super::{draft, pages, say, word, words};
use crate::engine::view::{
    DueSpan, DueTime, EffectOfMeasure, MeasurePage, MeasureRow, MeasureStands, MoveView, WeighedRow,
};
use crate::organisation::value::{Date, Language};

labels! {
    /// Verdict where the file has no measures.
    none: "Filen har inga åtgärder ännu.", "The file has no measures yet.";
    /// What to do then.
    none_what: "Lägg till en åtgärd och vilka risker den gäller. Då syns här vad som är sent, vad som kommer härnäst och vad det kostar.",
        "Add a measure and the risks it acts on. Then this page shows what is late, what comes next and what it costs.";
    /// Heading of the list.
    list: "Att följa upp", "To follow up";
    /// Heading of what remains along the time.
    over_time: "Det som återstår, efter när det ska vara klart", "What remains, by when it is due";
    /// Lead of what remains along the time.
    over_time_lead: "En ruta är en åtgärd. Stapeln är kostnaden, räknad från noll.",
        "One square is one measure. The bar is the cost, counted from zero.";
    /// Adds a measure.
    add: "Lägg till åtgärd", "Add a measure";
    /// Changes a measure.
    edit: "Ändra", "Edit";
    /// Notes that a measure is done.
    mark_done: "Klar", "Done";
    /// Column of measures.
    measure: "Åtgärd", "Measure";
    /// Column of what can be done.
    act: "Anteckna", "Record";
    /// Label of the choice of owner.
    owner: "Ansvarig", "Owner";
    /// Label of the choice of status.
    status: "Status", "Status";
    /// Label of the choice of late ones.
    time: "Tid", "Time";
    /// The choice of late ones.
    only_overdue: "Bara försenade", "Overdue only";
    /// Column of days.
    due: "Klart senast", "Due";
    /// Column of costs.
    cost: "Kostnad", "Cost";
    /// Beside what is late.
    overdue: "Försenad", "Overdue";
    /// Said where no measure fits the filter.
    nothing: "Ingen åtgärd passar urvalet.", "No measure fits the filter.";
    /// Before the risks that a measure acts on.
    against: "Mot", "Against";
    /// Said of a measure that acts on no risk.
    no_risks: "Inga risker angivna", "No risks stated";
    /// Heading of the measures weighed.
    weighed: "Störst minskning av de högsta riskerna per krona", "Greatest reduction of the highest risks per krona";
    /// How measures are weighed.
    weighed_lead: "Klassteg ned för risker i den övre halvan av matrisens klasser, för varje 100 000 kronor. Räknat från läget nu, en åtgärd i taget, av dem som återstår.",
        "Class steps down for risks in the upper half of the matrix’s classes, for every SEK 100,000. Counted from where they stand now, one measure at a time, of those that remain.";
    /// What to mind about the weighing.
    weighed_caution: "Matrisen är inte ett underlag för att fördela resurser. Ett klassteg är inte lika mycket värt överallt, och en åtgärd som inte byter klass kan ändå vara den rätta.",
        "The matrix is not a basis for allocating resources. A class step is not worth the same everywhere, and a measure that changes no class can still be the right one.";
    /// Said where no measure can be weighed.
    none_weighed: "Ingen åtgärd som återstår anger både kostnad och en effekt som lyfter en risk ur de högsta klasserna.",
        "No measure that remains states both a cost and an effect that brings a risk out of the top classes.";
    /// Heading of those that cannot be weighed.
    apart: "Står utanför jämförelsen", "Outside the comparison";
    /// Measures without a cost.
    without_cost: "Utan angiven kostnad", "No cost stated";
    /// Measures without an effect in steps.
    without_effect: "Utan angiven effekt i steg", "No effect in steps stated";
    /// A measure that costs nothing.
    free: "kostar inget", "costs nothing";
}

/// The verdict: how many should have been done.
/// `elsewhere` is how many measures the file has, where only a part is looked at.
pub fn verdict(page: &MeasurePage, elsewhere: Option<u32>, language: Language) -> Sentence {
    match page.overdue {
        _ if page.all == 0 => Sentence::plain(match elsewhere {
            Some(all) => pages::none_in_part(&words::MEASURE, all, language),
            None => none(language).to_owned(),
        }),
        0 if page.remaining == 0 => Sentence::plain(word(
            language,
            "Alla åtgärder är klara eller avbrutna.",
            "Every measure is done or cancelled.",
        )),
        0 => Sentence::plain(word(language, "Ingen åtgärd är försenad.", "No measure is overdue.")),
        1 => Sentence {
            before: String::new(),
            stress: word(language, "En åtgärd", "One measure").to_owned(),
            after: word(language, " skulle ha varit klar.", " should have been done.").to_owned(),
        },
        late => Sentence {
            before: String::new(),
            stress: capital(&words::MEASURE.count(late, language)),
            after: word(language, " skulle ha varit klara.", " should have been done.").to_owned(),
        },
    }
}

/// What follows the headline: what comes next, and what all that remains costs.
pub fn after(page: &MeasurePage, on: Date, language: Language) -> String {
    if page.all == 0 {
        return none_what(language).to_owned();
    }
    let mut sentences = Vec::new();
    if let Some((next, due)) = page.next.as_ref().and_then(|next| Some((next, next.due?))) {
        let (title, due) = (next.title.say(language), date_near(due, on, language));
        sentences
            .push(say!(language; "Härnäst ska ”{title}” vara klar, senast {due}.", "Next comes “{title}”, due {due}."));
    }
    if page.remaining > page.uncosted {
        let (number, cost) =
            (words::MEASURE.figure(page.remaining - page.uncosted, language), sek(page.cost, language));
        sentences.push(say!(language;
            "Det som återstår kostar {cost}, räknat på {number}.",
            "What remains costs {cost}, counted over {number}."));
    }
    if page.uncosted > 0 {
        let number = capital(&words::MEASURE.count(page.uncosted, language));
        let en = if page.uncosted == 1 { "has" } else { "have" };
        sentences.push(say!(language; "{number} saknar uppgift om kostnad.", "{number} {en} no cost stated."));
    }
    sentences.join(" ")
}

/// When measures are to be done, as a heading: `Försenade`, `Inom 90 dagar`, `2027`, `2029 och senare`.
pub fn due_time(when: DueTime, language: Language) -> String {
    match when {
        DueTime::Late => word(language, "Försenade", "Overdue").to_owned(),
        DueTime::Soon => say!(language; "Inom 90 dagar", "Within 90 days"),
        DueTime::In(year) => say!(language; "Senare, {year}", "Later, {year}"),
        DueTime::From(year) => say!(language; "{year} och senare", "{year} and later"),
        DueTime::Undated => word(language, "Utan datum", "No due date").to_owned(),
    }
}

/// How many measures there are of one time.
pub fn due_count(span: &DueSpan, language: Language) -> String {
    words::MEASURE.figure(span.count, language)
}

/// What the measures of one time cost, and how many of them do not say: `5 miljoner kronor, en utan uppgift`.
pub fn due_cost(span: &DueSpan, language: Language) -> String {
    let without = |number: u32| {
        let number = super::numbers::spelled(number, false, language);
        say!(language; "{number} utan uppgift", "{number} not stated")
    };
    match (span.count - span.uncosted, span.uncosted) {
        (0, _) => word(language, "kostnad framgår inte", "cost not stated").to_owned(),
        (_, 0) => sek(span.cost, language),
        (_, number) => format!("{}, {}", sek(span.cost, language), without(number)),
    }
}

/// Heading of a list.
pub fn results(total: u32, language: Language) -> String {
    words::MEASURE.figure(total, language)
}

/// How far a measure has come: `pågår`, `klar 3 maj`.
pub fn stands(row: &MeasureRow, on: Date, language: Language) -> String {
    let status = row.status.map_or_else(
        || word(language, "inte angiven", "not stated").to_owned(),
        |status| words::measure_status(status, language).to_owned(),
    );
    match (row.stands, row.done) {
        (MeasureStands::Done, Some(done)) => {
            let done = date_near(done, on, language);
            say!(language; "{status} {done}", "{status} on {done}")
        }
        _ => status,
    }
}

/// What a measure gives: `Sannolikhet 1 steg ned, liv och hälsa 2 steg ned`; empty where it says nothing in steps.
pub fn effect(effect: &EffectOfMeasure, language: Language) -> String {
    let likelihood = effect.likelihood.filter(|steps| *steps != 0).map(|steps| {
        let steps = draft::steps(steps, language);
        say!(language; "sannolikhet {steps}", "likelihood {steps}")
    });
    let consequence = effect.consequence.iter().filter(|(_, low, high)| (*low, *high) != (0, 0));
    let consequence = consequence.map(|(name, low, high)| {
        let name = super::numbers::inside(name.say(language));
        if low == high {
            return format!("{name} {}", draft::steps(*low, language));
        }
        let (low, high) = (draft::steps(*low, language), draft::steps(*high, language));
        say!(language; "{name} {low} till {high}", "{name} {low} to {high}")
    });
    capital(&and(&likelihood.into_iter().chain(consequence).collect::<Vec<_>>(), language))
}

/// How much a measure moves for its cost: `0,5 klassteg per 100 000 kronor`.
pub fn per(row: &WeighedRow, language: Language) -> String {
    let Some(per) = row.per_100_000() else { return free(language).to_owned() };
    let decimals = (0..6).find(|decimals| per >= 10_f64.powi(1 - decimals)).unwrap_or(6);
    let per = decimal(per, usize::try_from(decimals).unwrap_or_default(), language);
    say!(language; "{per} klassteg per 100\u{a0}000 kronor", "{per} class steps per SEK\u{a0}100,000")
}

/// A risk's move by a measure: `Elavbrott från X mycket hög till H hög`.
pub fn moved(step: &MoveView, language: Language) -> String {
    let (risk, from, to) = (step.risk.name.say(language), class(&step.from, language), class(&step.to, language));
    say!(language; "{risk}: från {from} till {to}", "{risk}: from {from} to {to}")
}

/// How many measures move no risk out of a top class.
pub fn idle(count: u32, language: Language) -> Option<String> {
    let number = integer(count.into(), language);
    match count {
        0 => None,
        1 => Some(
            word(
                language,
                "1 åtgärd flyttar ingen risk ur de högsta klasserna.",
                "1 measure moves no risk out of the top classes.",
            )
            .to_owned(),
        ),
        _ => Some(say!(language;
            "{number} åtgärder flyttar ingen risk ur de högsta klasserna.",
            "{number} measures move no risk out of the top classes.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::{Label, parse_date};
    use Language::{English, Swedish};

    fn page(all: u32, remaining: u32, overdue: u32) -> MeasurePage {
        MeasurePage { all, remaining, overdue, ..MeasurePage::default() }
    }

    fn said(page: &MeasurePage, language: Language) -> String {
        let Sentence { before, stress, after } = verdict(page, None, language);
        before + &stress + &after
    }

    #[test]
    fn the_verdict_counts_what_is_late_and_is_calm_where_nothing_is() {
        assert_eq!(said(&page(9, 5, 2), Swedish), "Två åtgärder skulle ha varit klara.");
        assert_eq!(said(&page(9, 5, 1), English), "One measure should have been done.");
        assert_eq!(said(&page(9, 5, 0), Swedish), "Ingen åtgärd är försenad.");
        assert_eq!(said(&page(9, 0, 0), Swedish), "Alla åtgärder är klara eller avbrutna.");
        assert_eq!(said(&page(0, 0, 0), English), "The file has no measures yet.");
    }

    #[test]
    fn what_remains_is_added_up_and_what_says_no_cost_is_said_apart() {
        let page = MeasurePage { cost: 2_500_000.0, uncosted: 1, ..page(9, 5, 2) };
        let on = parse_date("2026-07-01").unwrap();
        let said = after(&page, on, Swedish);
        assert!(said.contains("2,5 miljoner kronor, räknat på 4\u{a0}åtgärder"), "{said}");
        assert!(said.ends_with("En åtgärd saknar uppgift om kostnad."), "{said}");
    }

    #[test]
    fn an_effect_is_said_in_steps() {
        let given = EffectOfMeasure {
            likelihood: Some(-1),
            consequence: vec![(Label::plain("Liv och hälsa"), -2, -1), (Label::plain("Ekonomi"), 0, 0)],
            note: None,
        };
        assert_eq!(effect(&given, Swedish), "Sannolikhet 1 steg ned och liv och hälsa 2 steg ned till 1 steg ned");
        assert_eq!(effect(&EffectOfMeasure::default(), English), "");
    }
}
