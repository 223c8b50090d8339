//! The year: its duties by month, as a strip, as a list and as a calendar.

use super::numbers::{capital, integer, month_and_year, most, spelled};
use super::overview::Sentence;
use super::shell::labels;
use super::words::Noun;
use super::{say, word, words};
use crate::engine::view::{DueRow, DutyGroup, DutyKind, DutyView, MonthView, YearView};
use crate::organisation::value::{Date, Language};

labels! {
    /// Heading of the strip of months.
    strip: "Tolv månader", "Twelve months";
    /// Lead of the strip of months.
    strip_lead: "Stapeln visar hur många punkter som infaller varje månad, räknat från noll, och raderna vad de gäller. Välj en månad för att se vilka.",
        "The bar shows how many items fall due each month, counted from zero, and the rows what they are about. Select a month to see them.";
    /// Heading of the list.
    list: "Listan", "The list";
    /// The twelve months from the day's.
    coming: "Tolv månader framåt", "The coming twelve months";
    /// Name of the choice of year.
    which: "Vilket år", "Which year";
    /// Shows all months again.
    whole_year: "Visa hela året", "Show the whole year";
    /// Saves the calendar.
    export: "Spara som kalenderfil (.ics)", "Save as a calendar file (.ics)";
    /// What the exported calendar is for.
    export_what: "Filen öppnas i Outlook, Google Kalender och andra. Läs in den på nytt när något har ändrats, så flyttas dagarna. Det som är märkt med sekretess är inte med.",
        "The file opens in Outlook, Google Calendar and others. Import it again when something has changed, and the days move. What is marked confidential is not in it.";
    /// Plans an activity.
    add_activity: "Lägg till aktivitet", "Add an activity";
    /// Adds a document.
    add_document: "Lägg till dokument", "Add a document";
    /// Changes an item.
    edit: "Ändra", "Edit";
    /// Said of a month without duties.
    nothing: "Inget infaller den här månaden.", "Nothing is due this month.";
    /// Said where the year has no duties.
    nothing_all: "Filen har inget som infaller under de här månaderna.", "The file has nothing that falls due in these months.";
    /// Marks what the law asks of everyone.
    general: "Gäller alla kommuner", "Applies to every municipality";
    /// Marks what lies before the day.
    past: "passerat", "past";
    /// Said where a part has no duties in the months.
    nothing_here: "Den här delen har inget som infaller under de här månaderna.",
        "This part has nothing that falls due in these months.";
}

/// The rows of the strip in their order, with the kinds of duty in each.
pub const RINGS: [(&[DutyKind], [&str; 2]); 5] = [
    (&[DutyKind::Statutory, DutyKind::Review], ["Lag och styrdokument", "Law and documents"]),
    (&[DutyKind::End], ["Uppdrag som går ut", "Posts that expire"]),
    (&[DutyKind::Lapse], ["Utbildningar som går ut", "Training courses that expire"]),
    (&[DutyKind::Done, DutyKind::Inventory, DutyKind::Planned], ["Återkommande och planerat", "Recurring and planned"]),
    (&[DutyKind::Measure, DutyKind::Exception], ["Åtgärder och undantag", "Measures and exceptions"]),
];

/// What a row of the strip is called.
pub const fn ring(names: [&'static str; 2], language: Language) -> &'static str {
    let [sv, en] = names;
    word(language, sv, en)
}

/// How many duties of some kinds a month has.
pub fn count(month: &MonthView, kinds: &[DutyKind]) -> u32 {
    month.groups.iter().filter(|group| kinds.contains(&group.kind)).map(|group| group.total).sum()
}

/// How many duties a month has.
pub fn count_all(month: &MonthView) -> u32 {
    month.groups.iter().map(|group| group.total).sum()
}

/// Things to do.
const DUTY: Noun = Noun { neuter: false, sv: ["punkt", "punkter", "punkten"], en: ["item", "items"] };

/// That nothing falls due: in the file, or in the part of it that is looked at.
pub const fn nothing_due(narrowed: bool, language: Language) -> &'static str {
    if narrowed { nothing_here(language) } else { nothing_all(language) }
}

/// The verdict: how much there is to do, and in which month most of it where one has more than any other. `narrowed`
/// where only a part is looked at.
pub fn verdict(year: &YearView, narrowed: bool, language: Language) -> Sentence {
    if year.total == 0 {
        return Sentence::plain(nothing_due(narrowed, language));
    }
    let all = capital(&DUTY.count(year.total, language));
    let months: Vec<(usize, u32)> = year.months.iter().map(count_all).enumerate().collect();
    let Some((at, most)) = most(&months, |(_, count)| *count) else {
        let due = if year.total == 1 { "falls" } else { "fall" };
        return Sentence::plain(say!(language;
            "{all} infaller under tolv månader.", "{all} {due} due in twelve months."));
    };
    let (when, most) = (month_and_year(month_at(year, *at), language), spelled(*most, false, language));
    Sentence::plain(say!(language;
        "{all} infaller under tolv månader, flest i {when} ({most}).",
        "{all} fall due in twelve months, most in {when} ({most})."
    ))
}

/// A day of the month at this place of the year.
pub fn month_at(year: &YearView, at: usize) -> Date {
    let months = chrono::Months::new(u32::try_from(at).unwrap_or_default());
    year.from.checked_add_months(months).unwrap_or(year.from)
}

/// A month and how much it has, for those who do not see the strip.
pub fn month_said(year: &YearView, at: usize, language: Language) -> String {
    let (when, number) = (month_and_year(month_at(year, at), language), count_all(&year.months[at]));
    format!("{}: {}", capital(&when), DUTY.figure(number, language))
}

/// The duties of one kind on a day, as a line that opens them: `12 uppdrag går ut`.
pub fn group(group: &DutyGroup, language: Language) -> String {
    let one = group.total == 1;
    let (sv, en) = match (group.kind, one) {
        (DutyKind::Statutory, true) => ("krav i lag", "legal requirement"),
        (DutyKind::Statutory, false) => ("krav i lag", "legal requirements"),
        (DutyKind::Review, true) => ("dokument ska ses över", "document is to be reviewed"),
        (DutyKind::Review, false) => ("dokument ska ses över", "documents are to be reviewed"),
        (DutyKind::End, true) => ("uppdrag går ut", "post expires"),
        (DutyKind::End, false) => ("uppdrag går ut", "posts expire"),
        (DutyKind::Lapse, true) => ("utbildning går ut", "training course expires"),
        (DutyKind::Lapse, false) => ("utbildningar går ut", "training courses expire"),
        (DutyKind::Done, true) => ("återkommande uppgift ska göras igen", "recurring duty is to be done again"),
        (DutyKind::Done, false) => ("återkommande uppgifter ska göras igen", "recurring duties are to be done again"),
        (DutyKind::Inventory, true) => ("genomgång av risker ska göras igen", "review of risks is to be done again"),
        (DutyKind::Inventory, false) => {
            ("genomgångar av risker ska göras igen", "reviews of risks are to be done again")
        }
        (DutyKind::Planned, true) => ("planerad aktivitet", "planned activity"),
        (DutyKind::Planned, false) => ("planerade aktiviteter", "planned activities"),
        (DutyKind::Measure, true) => ("åtgärd ska vara klar", "measure is due"),
        (DutyKind::Measure, false) => ("åtgärder ska vara klara", "measures are due"),
        (DutyKind::Exception, true) => ("undantag går ut", "exception expires"),
        (DutyKind::Exception, false) => ("undantag går ut", "exceptions expire"),
    };
    format!("{} {}", integer(group.total.into(), language), word(language, sv, en))
}

/// For how many a training course expires: `går ut för 3`.
pub fn lapses_for(people: u32, language: Language) -> String {
    let number = integer(people.into(), language);
    say!(language; "går ut för {number}", "expires for {number}")
}

/// A duty in a few words.
pub fn duty(duty: &DutyView, language: Language) -> String {
    match duty {
        DutyView::Statutory { id, .. } => statutory(id, language).to_owned(),
        DutyView::Review { title, .. } => {
            let title = title.say(language);
            say!(language; "Se över {title}", "Review {title}")
        }
        DutyView::End { role, unit, person, .. } => {
            let role = words::role(&role.id, role.name.as_ref(), Some(unit.kind), language);
            let unit = unit.name.say(language);
            say!(language; "{person} slutar som {role}, {unit}", "{person} no longer holds the post of {role}, {unit}")
        }
        DutyView::Lapse { name, people, .. } => {
            let (name, lapses) = (name.say(language), lapses_for(*people, language));
            format!("{name}: {lapses}")
        }
        DutyView::Done { unit, kind } => {
            let (kind, unit) = (capital(words::activity(*kind, language)), unit.name.say(language));
            say!(language; "{kind} på nytt, {unit}", "{kind} again, {unit}")
        }
        DutyView::Inventory { unit } => {
            let unit = unit.name.say(language);
            say!(language; "Gå igenom riskerna på nytt, {unit}", "Review the risks again, {unit}")
        }
        DutyView::Planned { unit, kind, note, .. } => {
            let kind = capital(words::activity(*kind, language));
            let note = note.as_ref().map(|note| note.say(language).to_owned());
            let unit = unit.as_ref().map(|unit| unit.name.say(language).to_owned());
            let rest = [note, unit].into_iter().flatten().collect::<Vec<_>>().join(", ");
            if rest.is_empty() { kind } else { format!("{kind}: {rest}") }
        }
        DutyView::Measure { title, .. } => {
            let title = title.say(language);
            say!(language; "Klar: {title}", "Done: {title}")
        }
        DutyView::Exception { reason, .. } => {
            let reason = reason.say(language);
            say!(language; "Undantag går ut: {reason}", "Exception expires: {reason}")
        }
    }
}

/// What the law asks, by what it is called by.
const fn statutory(id: &str, language: Language) -> &'static str {
    match id.as_bytes() {
        b"rsa" => word(
            language,
            "Risk- och sårbarhetsanalysen ska vara sammanställd och rapporterad",
            "The risk and vulnerability analysis is to be compiled and reported",
        ),
        _ => word(
            language,
            "Uppföljningen av risk- och sårbarhetsanalysen ska vara rapporterad",
            "The follow-up of the risk and vulnerability analysis is to be reported",
        ),
    }
}

/// What there is to say of a duty besides: of what the law asks, the act.
pub fn beside(row: &DueRow, language: Language) -> Option<String> {
    match &row.duty {
        DutyView::Statutory { law, .. } => {
            let general = general(language);
            Some(say!(language; "{general}: lagen ({law})", "{general}: Swedish Act ({law})"))
        }
        _ => None,
    }
}

/// The sort of a duty, for a calendar.
pub fn category(kind: DutyKind, language: Language) -> &'static str {
    let of = |(kinds, _): &&(&[DutyKind], _)| kinds.contains(&kind);
    RINGS.iter().find(of).map_or("", |(_, names)| ring(*names, language))
}

/// Heading of the duties of one kind that are too many to list.
pub fn more(hidden: u32, language: Language) -> String {
    let hidden = integer(hidden.into(), language);
    say!(language; "och {hidden} till", "and {hidden} more")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::parse_date;
    use Language::{English, Swedish};

    fn month(kind: DutyKind, total: u32) -> MonthView {
        MonthView { groups: vec![DutyGroup { kind, total, rows: Vec::new() }] }
    }

    #[test]
    fn the_verdict_names_the_busiest_month_where_there_is_one() {
        let said = |january, april, language| {
            let mut months = vec![MonthView::default(); 12];
            (months[2], months[5]) = (month(DutyKind::End, january), month(DutyKind::Review, april));
            let year = YearView { from: parse_date("2026-11-01").unwrap(), total: january + april, months };
            let sentence = verdict(&year, false, language);
            sentence.before + &sentence.stress + &sentence.after
        };
        assert_eq!(said(7, 6, Swedish), "13 punkter infaller under tolv månader, flest i januari 2027 (sju).");
        assert_eq!(said(7, 6, English), "13 items fall due in twelve months, most in January 2027 (seven).");
        assert_eq!(said(7, 7, Swedish), "14 punkter infaller under tolv månader.");
        assert_eq!(said(1, 0, English), "One item falls due in twelve months.");
    }

    #[test]
    fn where_nothing_falls_due_a_part_speaks_of_itself() {
        let year = YearView { from: parse_date("2026-11-01").unwrap(), total: 0, months: Vec::new() };
        let said = |narrowed| verdict(&year, narrowed, Swedish).before;
        assert_eq!(said(false), "Filen har inget som infaller under de här månaderna.");
        assert_eq!(said(true), "Den här delen har inget som infaller under de här månaderna.");
    }

    #[test]
    fn every_kind_of_duty_is_in_one_ring() {
        let kinds: Vec<DutyKind> = RINGS.iter().flat_map(|(kinds, _)| kinds.iter().copied()).collect();
        let last = DutyKind::Exception as usize;
        for kind in &kinds {
            assert_eq!(kinds.iter().filter(|other| *other == kind).count(), 1, "{kind:?}");
        }
        assert_eq!(kinds.len(), last + 1);
    }

    #[test]
    fn a_group_is_counted_as_the_language_does() {
        let said = |total, language| group(&DutyGroup { kind: DutyKind::End, total, rows: Vec::new() }, language);
        assert_eq!(said(12, Swedish), "12 uppdrag går ut");
        assert_eq!(said(1, English), "1 post expires");
    }
}
