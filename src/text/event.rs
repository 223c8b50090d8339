//! Whom to call when something happens and why, and the log of what was done.

mod log;

pub use self::log::{call_table, entry, log_table, time};

use super::numbers::{capital, date, integer};
use super::overview::Sentence;
use super::shell::labels;
use super::words::{self, Noun, unit_kind};
use super::{nobody, say, word};
use crate::draft::autosave::stored::Trouble;
use crate::engine::view::{CallView, EventView, QuestionView, ReasonView, WhyView};
use crate::event::{CallStep, Tick};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Language};

labels! {
    /// The verdict of the page while nothing is chosen.
    what_happened: "Vad har hänt?", "What has happened?";
    /// What choosing leads to.
    choose_lead: "Välj en risk, en händelsetyp eller de enheter som berörs. Då visas vilka som ska ringas, i ordning.",
        "Choose a risk, a type of event or the units concerned. You then see whom to call, in order.";
    /// Heading of the risks.
    risks: "En risk ur registret", "A risk from the register";
    /// Heading of the scenario kinds.
    scenarios: "Händelsetyp", "Type of event";
    /// Said where no risk names a kind.
    no_scenarios: "Det framgår inte vilken händelsetyp riskerna i filen gäller.",
        "The risks in the file do not say what type of event they are about.";
    /// Heading of the units.
    units: "Förvaltningar och bolag", "Departments and companies";
    /// Label of the choice of units.
    which_units: "Vilka berörs?", "Which are concerned?";
    /// Goes on with the units chosen.
    show_units: "Visa vilka som ska ringas", "Show whom to call";
    /// Said where no unit is ticked.
    tick_a_unit: "Kryssa för minst en.", "Tick at least one.";
    /// Heading of the events whose logs are kept.
    kept: "Händelser med logg i den här webbläsaren", "Events with a log in this browser";
    /// Heading of what is said first.
    nobody: "Här finns ingen att ringa", "Nobody can be called here";
    /// What it means that nobody can be called there.
    nobody_lead: "Varken ombud, ersättare eller samordnare går att nå enligt filen, och enheten har ingen egen kontaktuppgift.",
        "According to the file neither representative, substitute nor coordinator can be reached, and the unit has no contact of its own.";
    /// Heading of the list.
    calls: "Ring i den här ordningen", "Call in this order";
    /// Lead of the list.
    calls_lead: "Nås inte personen visas ersättaren näst, om det finns en.",
        "If someone cannot be reached, their substitute comes next, if there is one.";
    /// Narrows the list to those not reached.
    only_left: "Bara kvar att nå", "Only those left to reach";
    /// Said where everyone is reached.
    all_reached: "Alla är nådda.", "Everyone has been reached.";
    /// Said where there is nobody to call at all.
    no_calls: "Filen har ingen att ringa.", "The file has nobody to call.";
    /// Ticks someone as reached.
    reached: "Nådd", "Reached";
    /// Ticks someone as not reached.
    not_reached: "Inte nådd", "Not reached";
    /// There is neither a number nor an address.
    no_way: "ingen uppgift", "no contact details";
    /// Shows more workplaces.
    more: "Visa fler arbetsplatser", "Show more workplaces";
    /// Leads to the log.
    to_log: "Till loggen", "To the log";
    /// Leads from a risk to whom to call.
    when_it_happens: "Om det händer: vilka ska ringas", "If it happens: whom to call";
    /// Heading of the log.
    log: "Logg", "Log";
    /// Lead of the log.
    log_lead: "Loggen finns bara i den här webbläsaren, inte i kommunens fil. Hämta den för att spara den.",
        "The log is in this browser only, not in the municipality’s file. Download it to save it.";
    /// Label of a note to be written.
    note: "Anteckning", "Note";
    /// Adds a note.
    write: "Skriv i loggen", "Write in the log";
    /// Nothing is in the log.
    log_empty: "Inget är antecknat än.", "Nothing has been noted yet.";
    /// Changes a note.
    edit: "Ändra", "Edit";
    /// Keeps the change.
    edit_done: "Spara", "Save";
    /// Drops the change.
    edit_cancel: "Avbryt", "Cancel";
    /// Heading of the questions.
    questions: "Frågor till gruppen", "Questions to the group";
    /// Lead of the questions.
    questions_lead: "Frågor skrivs i kommunens fil, som andra ändringar.",
        "Questions are written in the municipality’s file, like other changes.";
    /// No question has been raised.
    no_questions: "Ingen fråga är ställd om händelsen.", "No question has been raised about the event.";
    /// Raises a question.
    ask: "Ställ en fråga", "Raise a question";
    /// Heading of what can be done with it all.
    take_out: "Skriv ut, hämta, avsluta", "Print, download, end";
    /// Prints the list and the log.
    print: "Skriv ut listan och loggen", "Print the list and the log";
    /// Downloads the list.
    save_list: "Hämta listan (CSV)", "Download the list (CSV)";
    /// Downloads the log.
    save_log: "Hämta loggen (CSV)", "Download the log (CSV)";
    /// Begins another event.
    another: "Ny händelse", "New event";
    /// Ends the event.
    end: "Avsluta och rensa", "End and clear";
    /// Asked before the event ends.
    end_sure: "Alla kryss och anteckningar om händelsen tas bort ur webbläsaren. Det går inte att ångra. Hämta listan och loggen först om de ska sparas.",
        "All ticks and notes about the event are removed from this browser. This cannot be undone. Download the list and the log first if they are to be saved.";
    /// Confirms that the event ends.
    end_yes: "Ja, avsluta och rensa", "Yes, end and clear";
    /// Keeps what would be cleared.
    end_no: "Behåll", "Keep";
    /// Looks at how things are today.
    look_today: "Visa läget i dag", "Show how it is today";
    /// There is no such risk, kind or unit.
    unknown: "Det som händelsen gäller finns inte i filen.", "What the event is about is not in the file.";
    /// How to go on then.
    unknown_what: "Välj något annat. Det som redan är loggat finns kvar.", "Choose something else. What has been logged is still there.";
    /// Heading of the national numbers.
    national: "Larm och nationella nummer", "Emergency and national numbers";
    /// Label of the box that the list is searched by.
    find: "Sök namn, enhet eller roll", "Search by name, unit or role";
    /// Said where nobody in the list fits what is sought.
    nobody_found: "Ingen i listan passar det som söks.", "Nobody in the list fits what is sought.";
    /// There is an address and no number.
    no_number: "nummer saknas", "no number";
    /// On paper, where the time is written.
    at_time: "kl.", "at";
}

/// The verdict: how many to reach, and where nobody can be.
pub fn verdict(view: &EventView, language: Language) -> Sentence {
    let (name, total) = (view.name.say(language), integer(view.total.into(), language));
    let name = capital(name);
    let before = say!(language; "{name}: {total}\u{a0}att\u{a0}nå", "{name}: {total}\u{a0}to\u{a0}reach");
    if view.without_number > 0 {
        let number = integer(view.without_number.into(), language);
        let stress = match (view.without_number, language) {
            (_, Language::Swedish) => format!("Telefonnummer saknas till\u{a0}{number}"),
            (1, Language::English) => "One has no phone number".to_owned(),
            (_, Language::English) => format!("{number} have no phone number"),
        };
        return Sentence { before: format!("{before}. "), stress, after: ".".into() };
    }
    if view.nobody_total == 0 {
        return Sentence::plain(format!("{before}."));
    }
    let units = among(view).figure(view.nobody_total, language);
    Sentence {
        before: format!("{before}, "),
        stress: say!(language; "{units} utan någon att ringa", "{units} with nobody to call"),
        after: ".".into(),
    }
}

/// What the units where nobody can be called are together.
fn among(view: &EventView) -> Noun {
    let first = view.nobody.first().map(|(unit, _)| unit.kind);
    let all_alike =
        view.nobody.len() == view.nobody_total as usize && view.nobody.iter().all(|(unit, _)| Some(unit.kind) == first);
    first.filter(|_| all_alike).map_or(words::UNIT, unit_kind)
}

/// What comes after it.
pub fn after_verdict(view: &EventView, language: Language) -> String {
    if view.units.is_empty() {
        return word(
            language,
            "Det framgår inte vilka enheter som risken berör. Listan har säkerhetsenheten, gruppen och samverkansparterna.",
            "It is not stated which units the risk concerns. The list has the security unit, the group and the external parties.",
        )
        .into();
    }
    let workplaces = unit_kind(UnitKind::Workplace).count(view.workplaces, language);
    let (workplaces, verb) = (capital(&workplaces), if view.workplaces == 1 { "is" } else { "are" });
    let concerned = say!(language; "{workplaces} berörs", "{workplaces} {verb} concerned");
    match (view.workplaces, view.nobody_total) {
        (0, _) => say!(language; "{concerned} i den del som visas.", "{concerned} in the part that is shown."),
        (_, 0) if view.without_number == 0 => {
            say!(language; "{concerned}. Överallt finns någon att ringa.", "{concerned}. There is someone to call everywhere.")
        }
        (_, 0) => format!("{concerned}."),
        _ if view.without_number > 0 => {
            let units = capital(&among(view).count(view.nobody_total, language));
            let verb = if view.nobody_total == 1 { "has" } else { "have" };
            say!(language; "{concerned}. {units} saknar någon att ringa.", "{concerned}. {units} {verb} nobody to call.")
        }
        _ => format!("{concerned}."),
    }
}

/// Says that the list is of another day than today.
pub fn other_day(on: Date, language: Language) -> String {
    let on = date(on, language);
    say!(language; "Listan visar vilka som har uppdragen {on}, inte i dag.", "The list shows who holds the posts on {on}, not today.")
}

/// How many have been reached: `12 av 47 nådda`.
pub fn progress(reached: u32, total: u32, language: Language) -> String {
    let of = super::numbers::of(reached, total, language);
    say!(language; "{of} nådda", "{of} reached")
}

/// The national numbers that matter while something happens, with what each is for.
pub const fn national_numbers(language: Language) -> [(&'static str, &'static str); 5] {
    [
        ("112", word(language, "Fara för liv, egendom eller miljö", "Danger to life, property or the environment")),
        ("113 13", word(language, "Information om olyckor och kriser", "Information on accidents and crises")),
        ("114 14", word(language, "Polisen, när det inte är akut", "Police, when it is not urgent")),
        ("1177", word(language, "Sjukvårdsrådgivning", "Medical advice")),
        ("010-456 67 00", word(language, "Giftinformation, inte akut", "Poisons information, not urgent")),
    ]
}

/// How many of a department have been reached: `2 av 36 nådda`, with how many have no number.
pub fn of_department(reached: u32, total: u32, without: u32, language: Language) -> String {
    let reached = progress(reached, total, language);
    let number = integer(without.into(), language);
    match without {
        0 => reached,
        _ => say!(language; "{reached}, {number} utan nummer", "{reached}, {number} without a number"),
    }
}

/// How many of a department are called about its workplaces, where two can be about one and one about several:
/// `65 på arbetsplatserna`.
pub fn at_workplaces(number: u32, language: Language) -> String {
    let number = integer(number.into(), language);
    say!(language; "{number} på arbetsplatserna", "{number} at the workplaces")
}

/// Says that some workplaces are left out of the list.
pub fn left_out(number: u32, language: Language) -> String {
    let number = integer(number.into(), language);
    say!(language; "{number} till visas inte än.", "{number} more are not shown yet.")
}

/// Heading of a step of the list.
pub const fn step(step: CallStep, language: Language) -> &'static str {
    match step {
        CallStep::Leadership => {
            word(language, "Ledning, räddningstjänst och polis", "Leadership, rescue service and police")
        }
        CallStep::Departments => word(language, "Förvaltningar och bolag", "Departments and companies"),
        CallStep::Workplaces => word(language, "Arbetsplatser", "Workplaces"),
        CallStep::SecurityUnit => word(language, "Säkerhetsenheten", "The security unit"),
        CallStep::Group => word(
            language,
            "Riskhanteringsgruppen och samverkansparterna",
            "The risk management group and the external parties",
        ),
    }
}

/// Why someone is called: `Säkerhetsombud, Förskolan Eken`.
pub fn reason(reason: &ReasonView, language: Language) -> String {
    let kind = Some(reason.unit.kind);
    let role = |id: &str, named| words::role(id, named, kind, language);
    let at = reason.unit.name.say(language);
    let held = match &reason.role {
        Some((id, named)) => format!("{}, {at}", role(id, named.as_ref())),
        None => word(language, "enhetens egen kontakt", "the unit’s own contact").to_owned(),
    };
    capital(&match &reason.why {
        WhyView::Holds => held,
        WhyView::OnBehalfOf(unit) => {
            let unit = unit.say(language);
            say!(language; "{held}, företräder {unit}", "{held}, on behalf of {unit}")
        }
        WhyView::StandsIn(Some(person)) => {
            say!(language; "ersättare för {person}: {held}", "substitute for {person}: {held}")
        }
        WhyView::StandsIn(None) => say!(language; "ersättare: {held}", "substitute: {held}"),
        WhyView::Instead(id, named) => {
            let asked = role(id, named.as_ref());
            say!(language; "{held}, i stället för {asked}", "{held}, in place of a {asked}")
        }
    })
}

/// All reasons to call someone, one each.
pub fn reasons(call: &CallView, language: Language) -> Vec<String> {
    let mut said: Vec<String> = call.reasons.iter().map(|each| reason(each, language)).collect();
    if call.more_reasons > 0 {
        let more = integer(call.more_reasons.into(), language);
        said.push(say!(language; "och {more} till", "and {more} more"));
    }
    said
}

/// Doubts somebody to call whose name says that nobody is meant.
pub fn doubt(call: &CallView, language: Language) -> Option<&'static str> {
    call.is_nobody.then(|| nobody::doubtful(language))
}

/// The reason why it is someone's turn now.
pub fn moved_up(name: &str, language: Language) -> String {
    say!(language; "Nu i tur: {name} nås inte.", "Next in turn: {name} cannot be reached.")
}

/// A tick in a word.
pub const fn tick(tick: Tick, language: Language) -> &'static str {
    match tick {
        Tick::Reached => reached(language),
        Tick::NotReached => not_reached(language),
        Tick::Cleared => word(language, "Krysset borttaget", "Tick removed"),
    }
}

/// Says that the log is not kept.
pub fn not_kept(why: Trouble, language: Language) -> String {
    let why = match why {
        Trouble::Absent => word(
            language,
            "Webbläsaren tillåter inte att något sparas.",
            "The browser does not allow anything to be kept.",
        ),
        Trouble::Full => word(language, "Webbläsarens utrymme är fullt.", "The browser’s storage is full."),
        Trouble::Failed => word(
            language,
            "Den logg som är sparad går inte att läsa, och lämnas orörd.",
            "The log that is kept cannot be read, and is left alone.",
        ),
    };
    let then = word(
        language,
        "Loggen finns bara så länge sidan är öppen. Hämta den innan du stänger.",
        "The log exists only as long as this page is open. Download it before you close it.",
    );
    format!("{why} {then}")
}

/// Says that a note has been changed.
pub fn changed(when: &str, language: Language) -> String {
    say!(language; "ändrad {when}", "changed {when}")
}

/// A kept log in a few words: when it was begun and how much is in it.
pub fn kept_line(begun: &str, entries: u32, language: Language) -> String {
    let entries =
        Noun { neuter: false, sv: ["rad", "rader", "raden"], en: ["line", "lines"] }.figure(entries, language);
    say!(language; "påbörjad {begun}, {entries} i loggen", "begun {begun}, {entries} in the log")
}

/// A question's circumstances: who raised it, when, and how far it has come.
pub fn question(view: &QuestionView, language: Language) -> String {
    let status = words::question_status(view.status, language);
    let raised = view.raised.map(|day| date(day, language));
    [view.by.clone(), raised, Some(status.to_owned())].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a file that is saved is called: `handelse-langt-elavbrott-logg.csv`; of what is marked secret, no name.
pub fn file_name(view: &EventView, is_log: bool, language: Language) -> String {
    let name = if view.is_secret { "" } else { view.name.say(language) };
    let mut plain = String::new();
    for letter in name.chars().map(crate::organisation::letters::latin::small) {
        match letter {
            'å' | 'ä' => plain.push('a'),
            'ö' => plain.push('o'),
            'é' => plain.push('e'),
            letter if letter.is_ascii_alphanumeric() => plain.push(letter),
            _ if plain.ends_with('-') || plain.is_empty() => {}
            _ => plain.push('-'),
        }
    }
    let plain: String = plain.trim_end_matches('-').chars().take(40).collect();
    let part = if is_log { word(language, "logg", "log") } else { word(language, "lista", "list") };
    let kind = word(language, "handelse", "event");
    format!("{kind}-{plain}-{part}.csv").replace("--", "-")
}

#[cfg(test)]
mod tests;
