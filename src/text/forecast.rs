//! The forecast: how coverage goes if nobody does anything, what falls, and how a day of it stands.

use chrono::Datelike;

use super::numbers::{and, capital, capital_in_english, date, date_near, integer, most, of, spelled};
use super::overview::Sentence;
use super::shell::labels;
use super::{say, word, words};
use crate::coverage::forecast::{ForecastStep, GapStep};
use crate::engine::view::{DropView, FallView, ForecastView, PastView};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};

labels! {
    /// Title of the page.
    title: "Prognos", "Forecast";
    /// Heading of the chart, on the overview and on the page of its own.
    heading: "Så går det om ingen gör något", "How it goes if nobody does anything";
    /// Lead of the chart.
    lead: "Antal avvikelser, dag för dag, räknat från noll. Det som är oklart eller accepterat räknas inte. Varje streck vid axeln är ett datum då något går ut.",
        "The number of gaps, day by day, counted from zero. What is unclear or accepted is not counted. Each tick at the axis is a date on which something expires.";
    /// Leads from the overview to the page.
    more: "Hela prognosen", "The whole forecast";
    /// Stands after the count at the beginning of the chart of the overview.
    today: "i dag", "today";
    /// Where nothing falls within a year.
    nothing: "Inga nya avvikelser väntas inom ett år.",
        "No new gaps are expected within a year.";
    /// Where nothing falls within the days chosen.
    nothing_soon: "Inga nya avvikelser väntas under perioden.", "No new gaps are expected within the period.";
    /// Label of the choice of rule.
    rule: "Regel", "Rule";
    /// All rules taken together.
    all_rules: "Alla regler tillsammans", "All rules together";
    /// Heading of the rules with a chart each.
    by_rule: "Regel för regel", "Rule by rule";
    /// Lead of the rules with a chart each.
    by_rule_lead: "Andelen uppfyllt från i dag till om ett år, från 0 till 100 procent. Välj en regel för att se dess steg och vad som går ut.",
        "The share met from today to a year ahead, from 0 to 100 per cent. Select one to see its steps and what expires.";
    /// Label of the scrubber.
    scrub: "Välj datum", "Choose a date";
    /// The way to the day of the drop before.
    before: "Föregående", "Previous";
    /// The way to the day of the drop after.
    after: "Nästa", "Next";
    /// Heading of the list to work from.
    work: "Det som går ut", "What expires";
    /// Lead of the list to work from.
    work_lead: "Allt som går ut, räknat från valt datum. Förläng, byt person eller utse i tid. Välj ett datum för att se läget då.",
        "Everything that expires, counted from the chosen date. Extend, change holder or appoint in time. Select a date to see the position then.";
    /// Label of the choice of days.
    within: "Inom", "Within";
    /// Ticks a term that is to be prolonged with others.
    prolong: "Förläng", "Extend";
    /// What becomes of the terms that are ticked.
    prolong_lead: "Markera uppdragen ovan och ange ett nytt slutdatum. Alla ändras i ett steg, som kan ångras.",
        "Tick the posts above and give a new end date. All are changed in one step, which can be undone.";
    /// Label of the new last day.
    prolong_until: "Nytt slutdatum", "New end date";
    /// Heading of the table twin.
    table: "Samma sak som tabell", "The same as a table";
    /// Heading of the days that have been, as a table.
    past_table: "Dagarna som har varit, som tabell", "The days that have been, as a table";
    /// What is not seen of the days that have been.
    past_counts: "Det räknas på de uppdrag, genomförda utbildningar, aktiviteter och översyner som finns kvar i filen. Det som har tagits bort eller skrivits över syns inte.",
        "This counts the posts, completed training, activities and reviews that are still in the file. What has been removed or written over is not seen.";
    /// Column of dates.
    day: "Datum", "Date";
    /// Column of figures.
    met: "Uppfyllt", "Met";
    /// Column of gaps.
    gaps_column: "Avvikelser", "Gaps";
    /// Column of shares.
    share_column: "Andel", "Share";
    /// Column of what falls.
    falls: "Går ut", "Expires";
}

/// Said where nothing falls within a year: that is good news only where something is asked.
pub fn nothing_falls(view: &ForecastView, language: Language) -> &'static str {
    if view.is_asked {
        return nothing(language);
    }
    // The rule that is chosen asks nothing, though others do.
    if view.total.iter().any(|step| step.applicable > 0) {
        return word(language, "Regeln gäller inget här.", "The rule is about nothing here.");
    }
    if view.rules.is_empty() { super::pages::no_rules(language) } else { super::pages::nothing_asked(language) }
}

/// Lead of the chart of the overview: what is counted, how much there is of it today, how much comes and goes within the
/// year, how much is left, and what is not counted.
pub fn gaps_lead(view: &ForecastView, language: Language) -> String {
    let lead = say!(language; "Antal avvikelser, dag för dag, ett år framåt.", "The number of gaps, day by day, a year ahead.");
    let said = [Some(lead), Some(gaps_course(view, language)), beside_gaps(view, language)];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many gaps there are today, how many appear and go within the year, and how many are left.
fn gaps_course(view: &ForecastView, language: Language) -> String {
    let number = |number: u32| integer(number.into(), language);
    let (today, left) = (words::GAP.figure(gaps_now(view), language), number(gaps_then(view)));
    let (new, gone) = (number(view.turns.appear), number(view.turns.go));
    let today = say!(language; "I dag: {today}.", "Today: {today}.");
    let (appear, go) =
        (if view.turns.appear == 1 { "appears" } else { "appear" }, if view.turns.go == 1 { "goes" } else { "go" });
    let rest = match (view.turns.appear, view.turns.go) {
        (0, 0) => return today,
        (_, 0) => {
            say!(language; "{new} tillkommer, och om ett år är de {left}.", "{new} more {appear}, and in a year there are {left}.")
        }
        _ => say!(language;
            "{new} tillkommer, {gone} försvinner, och om ett år är de {left}.",
            "{new} more {appear}, {gone} {go}, and in a year there are {left}."),
    };
    format!("{today} {rest}")
}

/// What is not met today beside the gaps, and how much becomes unclear within the year: it is counted as no gap.
fn beside_gaps(view: &ForecastView, language: Language) -> Option<String> {
    let today = view.gaps.first().and_then(|step| beside(*step, language));
    let today = today.map(|parts| say!(language; "Därtill i dag {parts}.", "Besides these, today {parts}."));
    let unknown = (view.turns.unknown > 0).then(|| {
        let number = capital(&spelled(view.turns.unknown, false, language));
        match (language, view.turns.unknown) {
            (Language::Swedish, 1) => format!("{number} blir oklar och räknas inte som avvikelse."),
            (Language::Swedish, _) => format!("{number} blir oklara och räknas inte som avvikelser."),
            (Language::English, 1) => format!("{number} becomes unclear and is not counted as a gap."),
            (Language::English, _) => format!("{number} become unclear and are not counted as gaps."),
        }
    });
    let said: Vec<String> = today.into_iter().chain(unknown).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What is not met beside the gaps: `3 oklara och 1 accepterad`; none where there is none.
fn beside(step: GapStep, language: Language) -> Option<String> {
    let part = |number: u32, [one, many]: [&str; 2]| {
        let counted = integer(number.into(), language);
        (number > 0).then(|| format!("{counted}\u{a0}{}", if number == 1 { one } else { many }))
    };
    let [unknown, accepted] = match language {
        Language::Swedish => [["oklar", "oklara"], ["accepterad", "accepterade"]],
        Language::English => [["unclear"; 2], ["accepted"; 2]],
    };
    let parts: Vec<String> = part(step.unknown, unknown).into_iter().chain(part(step.accepted, accepted)).collect();
    (!parts.is_empty()).then(|| super::numbers::and(&parts, language))
}

/// What is not met on a day, told apart: `33 avvikelser, 3 oklara och 1 accepterad.`
pub fn unmet(step: GapStep, language: Language) -> String {
    let gaps = words::GAP.figure(step.gaps, language);
    beside(step, language).map_or_else(|| format!("{gaps}."), |beside| format!("{gaps}, {beside}."))
}

/// How many gaps there are on the first day.
pub fn gaps_now(view: &ForecastView) -> u32 {
    view.gaps.first().map_or(0, |step| step.gaps)
}

/// How many gaps there are on the last day.
pub fn gaps_then(view: &ForecastView) -> u32 {
    view.gaps.last().map_or(0, |step| step.gaps)
}

/// The chart of gaps, from the first day to the last, in a sentence for those who do not see it.
pub fn gaps_chart(view: &ForecastView, language: Language) -> String {
    let (now, then) = (integer(gaps_now(view).into(), language), integer(gaps_then(view).into(), language));
    let last = date(view.last, language);
    say!(language; "Avvikelser: {now} i dag, {then} den {last}.", "Gaps: {now} today, {then} on {last}.")
}

/// The days that have been, in a sentence for those who do not see the chart.
pub fn past_chart(past: &PastView, language: Language) -> String {
    let (day, then) = (date(past.from, language), integer(past.gaps_then().into(), language));
    say!(language; "Den {day}: {then}.", "On {day}: {then}.")
}

/// How far back the chart goes, how many gaps there were then and are now, and what that counts.
pub fn looking_back(past: &PastView, now: u32, language: Language) -> String {
    let day = date(past.from, language);
    if !past.is_any() {
        return say!(language;
            "Dagarna före den {day} visas inte: filen har inga uppgifter om hur det var då.",
            "The days before {day} are not shown: the file has no information on how things were then.");
    }
    let (then, now) = (words::GAP.figure(past.gaps_then(), language), integer(now.into(), language));
    let back = say!(language;
        "Bakåt visas från den {day}: {then} då, {now} i dag.",
        "Shown back to {day}: {then} then, {now} today.");
    let short =
        say!(language; "Längre tillbaka saknas uppgifter i filen.", "Further back the file has no information.");
    let short = past.is_short.then_some(short);
    let unknown = unclear_then(past.unknown_then(), language);
    [Some(back), unknown, short, Some(past_counts(language).to_owned())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// How much could not be told of the first day that is looked back to; nothing where all could.
fn unclear_then(count: u32, language: Language) -> Option<String> {
    let number = integer(count.into(), language);
    let they = if count == 1 { "it" } else { "they" };
    (count > 0).then(|| {
        say!(language;
            "För {number} går det inte att avgöra hur det var då.",
            "For {number} it cannot be determined how {they} stood then.")
    })
}

/// Things that cease to hold.
const NEW_GAP: words::Noun =
    words::Noun { neuter: false, sv: ["avvikelse", "avvikelser", "avvikelsen"], en: ["new gap", "new gaps"] };

/// The verdict of the page: how many gaps appear within the year.
pub fn verdict(view: &ForecastView, language: Language) -> Sentence {
    if view.turns.appear == 0 {
        return Sentence::plain(nothing_falls(view, language));
    }
    let stress = capital_in_english(&NEW_GAP.count(view.turns.appear, language), language);
    let after = say!(language; " om inget görs.", " will appear within a year if nothing is done.");
    Sentence { before: say!(language; "Inom ett år tillkommer ", ""), stress, after }
}

/// What comes after the verdict: from how many gaps to how many, what is no gap, when the first appears and when the most
/// do.
pub fn summary(view: &ForecastView, language: Language) -> String {
    if view.gaps.is_empty() || !view.is_asked {
        return String::new();
    }
    let mut said = vec![gaps_course(view, language)];
    said.extend(beside_gaps(view, language));
    if let Some(drop) = view.drops.iter().find(|drop| drop.rule.tally.gaps() > 0) {
        let day = date_near(drop.on, view.from, language);
        said.push(say!(language; "Den första tillkommer den {day}.", "The first appears on {day}."));
    }
    if let Some((day, number)) = largest(view) {
        let (day, number) = (date_near(day, view.from, language), NEW_GAP.count(number, language));
        said.push(say!(language; "Flest tillkommer den {day}: {number}.", "Most appear on {day}: {number}."));
    }
    said.join(" ")
}

/// The day on which more falls than on any other, and how much: more than one thing.
fn largest(view: &ForecastView) -> Option<(Date, u32)> {
    let days = view.drops.chunk_by(|a, b| a.on == b.on);
    let number = |drops: &[DropView]| drops.iter().map(|drop| drop.rule.tally.gaps()).sum::<u32>();
    let days: Vec<(Date, u32)> = days.map(|drops| (drops[0].on, number(drops))).collect();
    most(&days, |(_, number)| *number).copied()
}

/// What stands over the verdict: from when to when.
pub fn over(view: &ForecastView, language: Language) -> String {
    format!("{} – {}", date(view.from, language), date(view.last, language))
}

/// What is met of a step, in so many parts of the whole, rounded; none where nothing is asked of anyone.
pub fn parts(step: ForecastStep, whole: u32) -> Option<u32> {
    let (met, all) = (u64::from(step.met), u64::from(step.applicable));
    let parts = (met * u64::from(whole) + all / 2).checked_div(all)?;
    u32::try_from(parts).ok()
}

/// The share of what is met, in words: `79 %`, in English `79%`; a dash where nothing is asked of anyone.
pub fn share(step: ForecastStep, language: Language) -> String {
    match parts(step, 100) {
        Some(number) => say!(language; "{number}\u{a0}%", "{number}%"),
        None => "–".to_owned(),
    }
}

/// What the bands of the chart are about, the lowest first: posts, training, what is done again and again.
pub const fn band(kind: usize, language: Language) -> &'static str {
    match kind {
        0 => super::word(language, "Uppdrag", "Posts"),
        1 => super::word(language, "Utbildning", "Training"),
        _ => super::word(language, "Återkommande", "Recurring"),
    }
}

/// A count on the first day and on the last: `26 → 60`.
pub fn now_and_then(now: u32, then: u32, language: Language) -> String {
    format!("{} → {}", integer(now.into(), language), integer(then.into(), language))
}

/// How a day stands beside the first: `1 mars 2027: 512 av 640 uppfyllt, 17 färre än 22 november 2026.`
pub fn standing(step: ForecastStep, first: ForecastStep, language: Language) -> String {
    let (day, counted) = (date(step.on, language), of(step.met, step.applicable, language));
    let from = date(first.on, language);
    let beside = match step.met.cmp(&first.met) {
        std::cmp::Ordering::Equal => String::new(),
        std::cmp::Ordering::Less => {
            let fewer = integer((first.met - step.met).into(), language);
            say!(language; ", {fewer} färre än {from}", ", {fewer} fewer than on {from}")
        }
        std::cmp::Ordering::Greater => {
            let more = integer((step.met - first.met).into(), language);
            say!(language; ", {more} fler än {from}", ", {more} more than on {from}")
        }
    };
    say!(language; "{day}: {counted} uppfyllt{beside}.", "{day}: {counted} met{beside}.")
}

/// What falls of one rule on one day, as a sentence: the gaps, then what becomes unclear or is accepted.
pub fn drop(drop: &DropView, language: Language) -> String {
    let tally = &drop.rule.tally;
    let beside = GapStep { on: drop.on, gaps: 0, unknown: tally.unknown, accepted: tally.accepted };
    let beside = self::beside(beside, language);
    if tally.gaps() == 0 {
        let text = super::finding::rule_text(&drop.rule, language);
        let (text, beside) = (text.trim_end_matches('.'), beside.unwrap_or_default());
        return say!(language; "”{text}”: {beside}.", "“{text}”: {beside}.");
    }
    let Sentence { before, stress, after } = super::overview::gap(&drop.rule, language);
    let gaps = format!("{before}{stress}{after}");
    match beside {
        Some(beside) => say!(language; "{gaps} Därtill {beside}.", "{gaps} Besides, {beside}."),
        None => gaps,
    }
}

/// Some of what falls and by whose posts, then how many more: `Förskolan Eken (Bo Ek), IT (Cia Alm) och två till`.
pub fn named(drop: &DropView, language: Language) -> String {
    let one = |fall: &FallView| {
        let subject = super::finding::subject(&fall.finding.subject, language);
        if fall.people.is_empty() || fall.people.iter().any(|name| subject.contains(name.as_str())) {
            subject
        } else {
            format!("{subject} ({})", fall.people.join(", "))
        }
    };
    let mut names: Vec<String> = drop.falls.iter().map(one).collect();
    let rest = drop.rule.tally.applicable.saturating_sub(saturating(names.len()));
    if rest > 0 {
        let rest = spelled(rest, false, language);
        names.push(say!(language; "{rest} till", "{rest} more"));
    }
    super::numbers::and(&names, language)
}

/// Says that what falls is named of the largest days only: it is counted by rule and day.
pub fn left_out(shown: u32, all: u32, language: Language) -> String {
    let (shown, all) = (integer(shown.into(), language), integer(all.into(), language));
    say!(language;
        "Här står {shown} av {all}, räknade per regel och dag: de datum då mest går ut.",
        "These are {shown} of {all}, counted by rule and day: the dates on which most expires.")
}

/// Names all of what falls: `Visa alla 214`.
pub fn name_all(all: u32, language: Language) -> String {
    let all = integer(all.into(), language);
    say!(language; "Visa alla {all}", "Show all {all}")
}

/// Opens the rules that stay as they are.
pub fn unchanged(number: u32, language: Language) -> String {
    let rules = capital(&words::RULE.count(number, language));
    let changes = if number == 1 { "does not change" } else { "do not change" };
    say!(language; "{rules} ändras inte", "{rules} {changes}")
}

/// A rule's figures from the first day to the last: `113 → 98 av 131`.
pub fn course(first: ForecastStep, last: ForecastStep, language: Language) -> String {
    let number = |figure: u32| integer(figure.into(), language);
    if first == (ForecastStep { on: first.on, ..last }) {
        return of(first.met, first.applicable, language);
    }
    let (was, will) = (number(first.met), of(last.met, last.applicable, language));
    format!("{was} → {will}")
}

/// A choice of days, with how many fall within them: `30 dagar (4)`.
pub fn days(days: u32, number: u32, language: Language) -> String {
    let number = integer(number.into(), language);
    say!(language; "{days} dagar ({number})", "{days} days ({number})")
}

/// Prolongs the terms that are ticked: `Förläng 12 uppdrag`.
pub fn prolong_them(posts: u32, language: Language) -> String {
    let posts = words::POST.figure(posts, language);
    say!(language; "Förläng {posts}", "Extend {posts}")
}

/// Says which of the terms a new last day would not extend, as they last as long already; none where it extends them all.
pub fn not_prolonged(terms: &[(String, Date)], until: Date, language: Language) -> Option<String> {
    let last = |(whose, last): &(String, Date)| {
        let day = date(*last, language);
        say!(language; "{whose} (till {day})", "{whose} (until {day})")
    };
    let kept: Vec<String> = terms.iter().filter(|(_, last)| until <= *last).map(last).collect();
    let (first, names) = (date(until, language), and(&kept, language));
    (!kept.is_empty()).then(|| {
        say!(language;
            "Inget är ändrat: {first} förlänger inte {names}. Ange ett senare datum eller avmarkera dem.",
            "Nothing is changed: {first} does not extend {names}. Give a later date or untick them.")
    })
}

/// A month below the axis: its name, and where a year begins the year.
pub fn month(day: Date, language: Language) -> String {
    if day.month() == 1 { day.year().to_string() } else { super::numbers::short_month(day, language).to_owned() }
}

#[cfg(test)]
mod tests;
