//! The page of rounds: who is asked, the files that go out, and what has come back.

use super::super::extract::{ground, receiver_name};
use super::super::numbers::{and, date, integer};
use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::{say, word};
use crate::engine::view::{AskableRow, AskedRow, AskedStanding, RoundView, RoundsView};
use crate::organisation::letters::latin as letters;
use crate::organisation::value::{Date, Language};

labels! {
    /// What a round is.
    lead: "Var och en får bara sin egen del, rättar den i Ombud utan att installera något, och skickar tillbaka en ändringsfil.",
        "Each gets only their own part, corrects it in Ombud without installing anything, and sends back a change file.";
    /// The verdict where no round has been made.
    none: "Ingen avstämning är gjord ännu.", "No review round has been made yet.";
    /// Said where there is nobody to ask.
    nobody: "Filen har ingen förvaltning, inget bolag och ingen extern part att fråga.",
        "The file has no department, company or external party to ask.";
    /// Opens what a new round is told by.
    new: "Ny avstämning", "New review round";
    /// Puts the form of a new round away.
    not_now: "Avbryt", "Cancel";
    /// Heading of those who can be asked.
    who: "Vilka ska svara?", "Who is to answer?";
    /// Says that each file is an extract.
    who_lead: "Varje fil är ett utdrag: det som inte är mottagarens är borttaget, inte dolt.",
        "Each file is an extract: what is not the recipient’s is removed, not hidden.";
    /// Said while it is computed what each would get.
    counting: "Räknar ut vad var och en får …", "Working out what each gets …";
    /// Column of receivers.
    receiver: "Mottagare", "Recipient";
    /// Column of what each gets.
    gets: "Får", "Gets";
    /// Nobody is known to write to.
    no_address: "ingen adress", "no address";
    /// Chooses everyone who can be asked.
    all: "Välj alla", "Choose all";
    /// Chooses none of those who can be asked.
    none_chosen: "Välj ingen", "Choose none";
    /// Heading of what a round is told by.
    about: "Avstämningen", "The round";
    /// Label of what a round is called.
    name: "Namn", "Name";
    /// Label of the last day to answer.
    due: "Svar senast", "Answer by";
    /// Label of what is said besides.
    message: "Hälsning i mejlet", "Message in the email";
    /// Label of the address that answers go to.
    answer_to: "E-post som svaren går till", "Email that answers go to";
    /// The choice that a recipient gets a portable copy, which opens from the disk.
    copy: "Som fristående kopia", "As a stand-alone copy";
    /// The choice that the files lie in a folder.
    to_folder: "Lägg filerna i en mapp i stället för i en zip-fil", "Put the files in a folder instead of a zip file";
    /// The choice of a portable copy where it cannot be made, as the files are sealed.
    no_copy: "Som fristående kopia (går inte med kryptering)", "As a stand-alone copy (not with encryption)";
    /// The choice that the files are sealed.
    seal: "Kryptera filerna, var och en med en egen lösenfras", "Encrypt the files, each with a passphrase of its own";
    /// What the page does not do.
    not_sent: "Inget skickas härifrån. Du får en fil och ett mejl för var och en; mejlet har filen bifogad och öppnas i mejlprogrammet.",
        "Nothing is sent from here. You get a file and an email for each; the email has the file attached and opens in the mail program.";
    /// Said while the files are made.
    making: "Skapar filerna …", "Making the files …";
    /// Said where they could not be made.
    failed: "Filerna kunde inte skapas. Kontrollera att en mottagare är vald och att dagen finns.",
        "The files could not be made. Check that a recipient is chosen and that the day exists.";
    /// Said where no folder could be chosen.
    not_picked: "Webbläsaren lät inte sidan skriva i en mapp, så ingen avstämning är skapad. Välj zip-filen i stället.",
        "The browser did not let the page write to a folder, so no round has been made. Choose the zip file instead.";
    /// Said where the files could not be written to the folder.
    no_folder: "Filerna kunde inte skrivas i mappen. Avstämningen är skapad; välj Skapa filerna igen, så får du dem i en zip-fil.",
        "The files could not be written to the folder. The round has been made; choose Make the files again, and you get them in a zip file.";
    /// Makes the files of a round again, from the file as it is now.
    again: "Skapa filerna igen", "Make the files again";
    /// Heading of the letters.
    letters_made: "Mejlen utan bilaga", "The emails without attachment";
    /// Heading of the passphrases.
    phrases: "Lösenfraser", "Passphrases";
    /// What to do with the passphrases.
    phrases_lead: "De sparas ingenstans. Spara listan innan du lämnar sidan, och skicka lösenfraserna på ett annat sätt än filerna.",
        "They are kept nowhere. Save the list before you leave the page, and send the passphrases in another way than the files.";
    /// Saves the passphrases.
    save_phrases: "Spara listan", "Save the list";
    /// Where answers are dropped.
    drop: "Släpp svaren här på sidan", "Drop the answers on this page";
    /// What happens to the answers.
    drop_what: "En eller flera ändringsfiler, i vilken ordning som helst. Var och en hittar sin rad; inget tas in förrän du har granskat det.",
        "One or several change files, in any order. Each finds its row; nothing is brought in before you have reviewed it.";
    /// Said where the browser does not keep the answers.
    not_kept: "Webbläsaren kunde inte spara svaren. Ha filerna kvar tills du har granskat dem.",
        "The browser could not keep the answers. Hold on to the files until you have reviewed them.";
    /// Puts a sealed answer away.
    put_away: "Ta bort", "Remove";
    /// Chooses the files of answers.
    choose: "Välj svar", "Choose answers";
    /// Column of when a part was made: the page sends nothing, and does not know when somebody does.
    sent: "Fil skapad", "File made";
    /// Column of when an answer was looked at.
    answered: "Svar", "Answer";
    /// Column of how the answer stands.
    standing: "Läge", "Status";
    /// Column of what can be done.
    acts: "Att göra", "To do";
    /// Says that nobody can answer by the day that is chosen.
    due_past: "Dagen har redan varit: ingen hinner svara i tid, och alla står som försenade från början.",
        "The day has already been: nobody can answer in time, and all are late from the start.";
    /// Opens an answer.
    look: "Granska", "Review";
    /// Writes a letter that reminds.
    remind: "Påminn", "Remind";
    /// Notes that somebody has answered that everything is right.
    nothing_to_change: "Stämde", "All right";
}

/// The verdict: how many of those asked last have answered, how many are late, how much waits.
pub fn verdict(view: &RoundsView, language: Language) -> Sentence {
    let Some(round) = view.rounds.first() else { return Sentence::plain(none(language)) };
    let count = |is_it: fn(&&AskedRow) -> bool| round.rows.iter().filter(is_it).count() as u64;
    let (all, answered) = (round.rows.len() as u64, count(|row| row.answered.is_some() || !row.waiting.is_empty()));
    let (late, waiting) = (count(|row| row.standing() == AskedStanding::Late), waiting_in(view));
    let [all, answered, number] = [all, answered, late].map(|number| integer(number, language));
    let before = say!(language; "{answered} av {all} har svarat", "{answered} of {all} have answered");
    let stress = match late {
        0 => String::new(),
        1 => word(language, "en är försenad", "one is late").to_owned(),
        _ => say!(language; "{number} är försenade", "{number} are late"),
    };
    let wait = changes_of(waiting, language);
    let after = match waiting {
        0 => ".".to_owned(),
        _ => say!(language; ". {wait} väntar på dig.", ". {wait} to review."),
    };
    let before = if stress.is_empty() { before } else { format!("{before}, ") };
    Sentence { before, stress, after }
}

/// How many changes of answers wait to be looked at.
fn waiting_in(view: &RoundsView) -> u32 {
    let rows = view.rounds.iter().flat_map(|round| &round.rows);
    rows.flat_map(|row| &row.waiting).map(|answer| answer.changes).sum()
}

/// Those who have come equally far, with how many they are: `Försenade: 3`.
pub fn group(standing: AskedStanding, count: usize, language: Language) -> String {
    let (sv, en) = match standing {
        AskedStanding::ToReview => ("Att granska", "To review"),
        AskedStanding::Late => ("Försenade", "Late"),
        AskedStanding::Open => ("Väntar på svar", "Waiting for an answer"),
        AskedStanding::Done => ("Klara", "Done"),
    };
    format!("{}: {}", word(language, sv, en), integer(count as u64, language))
}

/// How far all of a round have come, in one sentence.
pub fn groups(counted: &[(AskedStanding, usize)], language: Language) -> String {
    let all: Vec<String> = counted.iter().map(|(standing, count)| group(*standing, *count, language)).collect();
    all.join(", ")
}

/// How many changes there are.
fn changes_of(count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => word(language, "1 ändring", "1 change").to_owned(),
        _ => say!(language; "{number} ändringar", "{number} changes"),
    }
}

/// Over the verdict: what the last round is called, and by when it was to be answered.
pub fn over(view: &RoundsView, language: Language) -> String {
    view.rounds.first().map(|round| round_said(round, language)).unwrap_or_default()
}

/// What a round is called, and by when it is to be answered.
pub fn round_said(round: &RoundView, language: Language) -> String {
    let (name, due) = (round.name.say(language), date(round.due, language));
    say!(language; "{name} · svar senast {due}", "{name} · answer by {due}")
}

/// Who one who is asked is.
pub fn asked_name(row: &AskedRow, language: Language) -> String {
    receiver_name(&row.receiver, language)
}

/// Who one who can be asked is.
pub fn askable_name(row: &AskableRow, language: Language) -> String {
    receiver_name(&row.receiver, language)
}

/// How many items a receiver gets, and how many are left out.
pub fn parts(row: &AskableRow, language: Language) -> String {
    let out: u32 = row.left_out.iter().map(|(_, count)| count).sum();
    let [leave, out] = [row.leave, out].map(|count| integer(count.into(), language));
    say!(language; "{leave} poster, {out} utelämnas", "{leave} items, {out} left out")
}

/// Why items are left out, with how many on each ground.
pub fn grounds(row: &AskableRow, language: Language) -> String {
    let each = |(why, count): &(_, u32)| format!("{} ({})", ground(why, language), integer((*count).into(), language));
    and(&row.left_out.iter().map(each).collect::<Vec<_>>(), language)
}

/// Makes the files.
pub fn make(count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => word(language, "Skapa filerna för 1 mottagare", "Make the files for 1 recipient").to_owned(),
        _ => say!(language; "Skapa filerna för {number} mottagare", "Make the files for {number} recipients"),
    }
}

/// Says that the files have been saved.
pub fn saved(file: &str, count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => say!(language;
            "{file} är sparad, med ett utdrag och ett mejl.",
            "{file} has been saved, with an extract and an email."),
        _ => say!(language;
            "{file} är sparad, med {number} utdrag och {number} mejl.",
            "{file} has been saved, with {number} extracts and {number} emails."),
    }
}

/// What the archive is called.
pub fn file_name(id: &str, language: Language) -> String {
    let id: String = id.chars().map(|c| if letters::is_plain(c) || c == '-' { c } else { '-' }).collect();
    say!(language; "avstamning-{id}.zip", "round-{id}.zip")
}

/// What the list of passphrases is called.
pub fn phrases_name(language: Language) -> &'static str {
    word(language, "losenfraser.txt", "passphrases.txt")
}

/// How somebody who is asked stands.
pub fn stands(row: &AskedRow, language: Language) -> String {
    if !row.waiting.is_empty() {
        let changes = row.waiting.iter().map(|answer| answer.changes).sum();
        if changes == 0 {
            return word(language, "allt i svaret finns redan i filen", "all of the answer is already in the file")
                .to_owned();
        }
        let waiting = changes_of(changes, language);
        return say!(language; "{waiting} att granska", "{waiting} to review");
    }
    match row {
        AskedRow { brought_in: Some(day), refused: Some(other), .. } => {
            let [day, other] = [*day, *other].map(|day| date(day, language));
            say!(language; "infört {day}, ett annat svar avvisat {other}", "brought in {day}, another answer rejected {other}")
        }
        AskedRow { brought_in: Some(day), .. } => {
            let day = date(*day, language);
            say!(language; "infört {day}", "brought in {day}")
        }
        AskedRow { refused: Some(day), .. } => {
            let day = date(*day, language);
            say!(language; "avvisat {day}", "rejected {day}")
        }
        AskedRow { answered: Some(_), .. } => word(language, "har svarat", "has answered").to_owned(),
        AskedRow { late: Some(1), .. } => word(language, "1 dag sent", "1 day late").to_owned(),
        AskedRow { late: Some(days), .. } => {
            let days = integer((*days).into(), language);
            say!(language; "{days} dagar sent", "{days} days late")
        }
        _ => word(language, "väntar på svar", "waiting for an answer").to_owned(),
    }
}

/// A day, or that there is none.
pub fn day(day: Option<Date>, language: Language) -> String {
    day.map_or_else(|| "–".to_owned(), |day| date(day, language))
}

/// The subject and the text of a letter that reminds somebody.
pub fn reminder(of: &str, round: &RoundView, row: &AskedRow, language: Language) -> (String, String) {
    let (name, due) = (round.name.say(language), date(round.due, language));
    let subject = say!(language; "Påminnelse: {name}", "Reminder: {name}");
    let subject = if of.is_empty() { subject } else { format!("{subject}, {of}") };
    let unit = row.receiver.name.say(language);
    let to = match &*round.answer_to {
        "" => String::new(),
        address => say!(language; " till {address}", " to {address}"),
    };
    if row.late.is_none() {
        let body = say!(language;
            "Hej!

Det här är en påminnelse om avstämningen {name}, som gäller {unit} och ska besvaras senast den {due}. Öppna utdraget som ni har fått, ändra det som inte stämmer, välj Skicka mina ändringar och skicka ändringsfilen{to}. Stämmer allt räcker det att svara det.
",
            "Hello,

This is a reminder of the review round {name}, which concerns {unit} and is to be answered by {due}. Open the extract that you have been given, change what is not right, choose Send my changes and send the change file{to}. If everything is right, it is enough to answer so.
");
        return (subject, body);
    }
    let body = say!(language;
        "Hej!

Vi har inte fått ert svar på avstämningen {name}, som gäller {unit} och skulle besvaras senast den {due}. Öppna utdraget som ni har fått, ändra det som inte stämmer, välj Skicka mina ändringar och skicka ändringsfilen{to}. Stämmer allt räcker det att svara det.
",
        "Hello,

We have not received your answer to the review round {name}, which concerns {unit} and was to be answered by {due}. Open the extract that you have been given, change what is not right, choose Send my changes and send the change file{to}. If everything is right, it is enough to answer so.
");
    (subject, body)
}

/// How many answers wait to be looked at, and the names of the files dropped last that are no answers.
pub fn taken(count: u32, others: &[String], language: Language) -> String {
    let number = integer(count.into(), language);
    let took = match count {
        0 => String::new(),
        1 => word(language, "1 svar väntar på att granskas.", "1 answer waits to be reviewed.").to_owned(),
        _ => say!(language; "{number} svar väntar på att granskas.", "{number} answers wait to be reviewed."),
    };
    if others.is_empty() {
        return took;
    }
    let names = and(others, language);
    let other = say!(language; "Inga ändringsfiler: {names}.", "Not change files: {names}.");
    format!("{took} {other}").trim_start().to_owned()
}

/// Opens one of several answers of one who is asked: what its file is called says which.
pub fn look_at(file: &str, language: Language) -> String {
    say!(language; "Granska {file}", "Review {file}")
}

/// Says that a file which was dropped is a change file that cannot be read.
pub fn damaged(file: &str, language: Language) -> String {
    say!(language;
        "{file} är en ändringsfil som är skadad och inte kan läsas. Be om en ny.",
        "{file} is a change file that is damaged and cannot be read. Ask for a new one.")
}

/// Says how the files of a round were made before, where that is not known.
pub fn forms_unknown(language: Language) -> &'static str {
    word(
        language,
        "Här är inte känt hur filerna skapades förra gången. Välj på nytt.",
        "It is not known here how the files were made before. Choose again.",
    )
}

/// Leads to the answers that belong to nobody who is asked.
pub fn look_others(count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => word(language, "Granska 1 som inte hör till avstämningen", "Review 1 that belongs to no round").to_owned(),
        _ => say!(language;
            "Granska {number} som inte hör till avstämningen",
            "Review {number} that belong to no round"),
    }
}

/// Label of the passphrase of a sealed answer.
pub fn passphrase_of(name: &str, language: Language) -> String {
    say!(language; "Lösenfras för {name}", "Passphrase for {name}")
}

/// Says that the files have been written to a folder.
pub fn saved_in(folder: &str, count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => say!(language;
            "Mappen {folder} har en fil och ett mejl.",
            "The folder {folder} has a file and an email."),
        _ => say!(language;
            "Mappen {folder} har {number} filer och {number} mejl.",
            "The folder {folder} has {number} files and {number} emails."),
    }
}

/// What the folder is called.
pub fn folder_name(id: &str, language: Language) -> String {
    file_name(id, language).trim_end_matches(".zip").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;
    use crate::engine::request::{Reply, Request};

    /// The round of a file with one that is asked, on a day.
    fn round(asked: &str, day: &str) -> RoundView {
        let file = format!(
            r#"{{"format": 1, "units": [{{"id": "d", "name": "Eken", "kind": "department"}}],
            "rounds": [{{"id": "r", "name": "Hösten", "due": "2026-11-20", "receivers": [{{"unit": "d"{asked}}}]}}]}}"#
        );
        let mut engine = Engine::default();
        engine.open("f".into(), file.into_bytes(), &mut |_| ()).expect("it can be read");
        let on = day.parse().expect("a day");
        let Reply::Rounds(mut view) = engine.handle(&Request::Rounds { on, waiting: Vec::new() }) else {
            panic!("rounds")
        };
        view.rounds.remove(0)
    }

    #[test]
    fn a_reminder_before_the_day_does_not_say_that_it_is_past() {
        let reminder = |day: &str| {
            let round = round("", day);
            super::reminder("", &round, &round.rows[0], Language::Swedish).1
        };
        let (before, after) = (reminder("2026-11-20"), reminder("2026-11-21"));
        assert!(before.contains("ska besvaras senast") && !before.contains("skulle"), "{before}");
        assert!(after.contains("skulle besvaras senast") && !after.contains("ska besvaras"), "{after}");
    }

    #[test]
    fn how_far_one_has_come_follows_from_the_answer_and_the_day() {
        let of = |asked: &str, day: &str| group(round(asked, day).rows[0].standing(), 1, Language::Swedish);
        assert_eq!(of("", "2026-11-20"), "Väntar på svar: 1");
        assert_eq!(of("", "2026-11-21"), "Försenade: 1");
        assert_eq!(of(r#", "answered": "2026-11-21""#, "2026-11-22"), "Klara: 1");
    }

    #[test]
    fn of_two_answers_it_is_told_that_one_was_brought_in_and_one_was_not() {
        let both = r#", "answered": "2026-11-21", "brought_in": "2026-11-20", "refused": "2026-11-21""#;
        let said = stands(&round(both, "2026-11-22").rows[0], Language::Swedish).replace('\u{a0}', " ");
        assert_eq!(said, "infört 20 november 2026, ett annat svar avvisat 21 november 2026");
    }
}
