//! The page of plans: a reorganisation that is worked out apart from the daily changes.

use super::super::numbers::{and, date, integer};
use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::{say, word, words};
use super::{not_brought_in, unreadable};
use crate::draft::slug::new_id;
use crate::engine::view::{PlanReply, PlanTally, PlanView};
use crate::organisation::value::{Date, Label, Language};
use crate::travel::plan::{LostStep, PlanRefused};

labels! {
    /// The verdict where there is no plan.
    none: "Ingen plan är påbörjad.", "No plan has been started.";
    /// What a plan is.
    none_what: "I en plan prövar du en omorganisation vid sidan av filen: flytta många enheter på en gång, se vilka avvikelser som försvinner och tillkommer, och ta in planen när dagen kommer. Dagliga ändringar gör du som vanligt i filen under tiden.",
        "In a plan you try out a reorganisation beside the file: move many units in one step, see which gaps close and which are new, and bring the plan in when the day comes. Daily changes are made in the file as usual meanwhile.";
    /// Heading of what a plan is begun by.
    new: "Ny plan", "New plan";
    /// Label of what the plan is called.
    name: "Planens namn", "Name of the plan";
    /// Label of the day on which the plan is meant to be brought in.
    day: "Tas in", "Bring in on";
    /// Begins a plan.
    begin: "Påbörja planen", "Start the plan";
    /// Says that a plan needs a day.
    no_day: "Ange ett datum som finns.", "Give a date that exists.";
    /// Heading of going on with a plan that was saved.
    saved_plan: "Fortsätt på en sparad plan", "Continue a saved plan";
    /// What a saved plan is.
    saved_plan_what: "En plan sparas som en ändringsfil. Välj den, eller släpp den på sidan, så fortsätter du där den slutar.",
        "A plan is saved as a change file. Choose it, or drop it on the page, and continue where it ends.";
    /// Chooses a saved plan.
    choose: "Välj planens fil", "Choose the file of the plan";
    /// Says that a file is no plan.
    no_plan_file: "Filen är ingen ändringsfil.", "The file is not a change file.";
    /// Heading of the units.
    units: "Flytta enheter", "Move units";
    /// How units are moved.
    units_lead: "Kryssa för enheterna, välj vart de ska och flytta dem i ett steg. Listan visar organisationen med planen.",
        "Tick the units, choose where they go, and move them in one step. The list shows the organisation with the plan.";
    /// Label of what the names of units must hold.
    find: "Sök enhet", "Find a unit";
    /// Label of the part whose units are listed.
    part: "Ligger under", "Belongs to";
    /// The choice that all units are listed.
    all_parts: "Hela organisationen", "The whole organisation";
    /// Chooses all units that are shown.
    choose_shown: "Välj alla som visas", "Choose all shown";
    /// Chooses no units.
    choose_none: "Välj inga", "Choose none";
    /// Column of units.
    unit: "Enhet", "Unit";
    /// Column of the unit above, with the plan.
    above: "Ligger under med planen", "Belongs to with the plan";
    /// Column of the unit above in the file, where the plan moves a unit from there.
    was: "Flyttas från", "Moved from";
    /// Said of a unit that the plan makes.
    is_made: "ny i planen", "new in the plan";
    /// Label of where units are moved.
    to: "Flytta till", "Move to";
    /// Said where no unit is chosen to be moved.
    none_chosen: "Kryssa först för de enheter som ska flyttas.", "First tick the units that are to be moved.";
    /// Heading of making a unit.
    make_heading: "Ny enhet i planen", "New unit in the plan";
    /// What to do with a new unit.
    make_lead: "Den finns bara i planen tills planen tas in. Flytta sedan enheter till den.",
        "It is in the plan alone until the plan is brought in. Then move units to it.";
    /// Label of what a new unit is called.
    unit_name: "Enhetens namn", "Name of the unit";
    /// Label of the kind of a new unit.
    kind: "Typ", "Type";
    /// Label of the unit that a new one belongs to.
    under: "Ska ligga under", "Is to belong to";
    /// Makes the unit.
    make: "Lägg till i planen", "Add to the plan";
    /// Looks at the plan before it is brought in.
    bring_in: "Granska och ta in", "Review and bring in";
    /// Saves the plan.
    save: "Spara som ändringsfil", "Save as change file";
    /// Takes the last step of the plan back.
    undo: "Ångra senaste steget", "Undo the last step";
    /// Said when a step has been taken back.
    undone: "Det senaste steget är ångrat.", "The last step has been undone.";
    /// Said when there is no step to take back.
    nothing_to_undo: "Det finns inget steg att ångra.", "There is no step to undo.";
    /// Looks at the page on the day of the plan.
    see_day: "Visa planens datum", "Show the plan’s date";
    /// Discards the plan.
    discard: "Ta bort planen", "Discard the plan";
    /// Asks before a plan is discarded.
    discard_asks: "Planen finns sedan bara om du har sparat den som ändringsfil. Ta bort den?",
        "The plan then exists only if you have saved it as a change file. Discard it?";
    /// Said where the plan could not be saved.
    not_saved: "Planen kunde inte sparas.", "The plan could not be saved.";
    /// Said where another tab has gone on with the plan.
    other_tab: "Planen har ändrats i en annan flik. Nu visas den som den är där; gör om steget.",
        "The plan has been changed in another tab. It is now shown as it is there; take the step again.";
    /// Said where a step could not be taken.
    failed: "Steget kunde inte göras.", "The step could not be taken.";
    /// Heading of how many gaps there are ahead.
    ahead: "Avvikelser framåt", "Gaps ahead";
    /// Column of gaps without the plan.
    without: "Utan planen", "Without the plan";
    /// Column of gaps with the plan.
    with: "Med planen", "With the plan";
    /// What can be done with a plan that is not of this file.
    not_used_what: "Öppna filen som planen utgår från, eller spara planen och ta bort den här.",
        "Open the file that the plan began from, or save the plan and discard it here.";
}

/// The name of the plan and its day.
pub fn over(view: &PlanView, language: Language) -> String {
    let Some(label) = &view.label else { return word(language, "Plan utan namn", "Plan without a name").to_owned() };
    let (name, day) = (&label.name, date(label.on, language));
    say!(language; "{name} · tas in {day}", "{name} · to be brought in on {day}")
}

/// The verdict: what the plan does to the organisation, and how many gaps there are with it.
pub fn verdict(view: &PlanView, language: Language) -> Sentence {
    let PlanTally { changes, same, .. } = view.tally;
    match (changes, same) {
        (0, 0) => {
            return Sentence::plain(word(language, "Planen ändrar ingenting ännu.", "The plan changes nothing yet."));
        }
        (0, _) => {
            return Sentence::plain(word(
                language,
                "Allt i planen finns redan i filen.",
                "The file already has everything that is in the plan.",
            ));
        }
        _ => {}
    }
    let does = does(view.tally, language);
    let (before, after) = view.gaps;
    let stress = words::GAP.figure(after, language);
    let now = integer(before.into(), language);
    Sentence {
        before: say!(language; "Planen {does}: ", "The plan {does}: "),
        stress,
        after: if before == after {
            word(language, ", lika många som utan den.", ", as many as without it.").to_owned()
        } else {
            say!(language; " i stället för {now}.", " instead of {now}.")
        },
    }
}

/// What a plan does, after its name: moves units, adds units.
fn does(tally: PlanTally, language: Language) -> String {
    let mut parts = Vec::new();
    if tally.moved > 0 {
        let units = units_of(tally.moved, language);
        parts.push(say!(language; "flyttar {units}", "moves {units}"));
    }
    if tally.made > 0 {
        let units = units_of(tally.made, language);
        parts.push(say!(language; "lägger till {units}", "adds {units}"));
    }
    if parts.is_empty() {
        let number = integer(tally.changes.into(), language);
        parts.push(match tally.changes {
            1 => word(language, "har 1 ändring", "has 1 change").to_owned(),
            _ => say!(language; "har {number} ändringar", "has {number} changes"),
        });
    }
    and(&parts, language)
}

/// Says that a unit which a step of the plan names is no longer there.
pub fn lost(step: &LostStep, language: Language) -> String {
    let LostStep { unit, parent } = step;
    match parent {
        None => say!(language;
            "Enheten ”{unit}” finns inte längre i filen, så planens ändring av den kan inte göras.",
            "The unit “{unit}” is no longer in the file, so what the plan changes of it cannot be done."),
        Some(parent) => say!(language;
            "Enheten ”{parent}” finns inte längre, så ”{unit}” kan inte läggas under den.",
            "The unit “{parent}” is no longer there, so “{unit}” cannot be placed under it."),
    }
}

/// Takes what a plan changes of a unit out of it.
pub fn drop_step(language: Language) -> &'static str {
    word(language, "Ta bort ur planen", "Remove from the plan")
}

/// Says that what a plan changes of a unit has been taken out of it.
pub fn dropped(id: &str, language: Language) -> String {
    say!(language; "”{id}” är borttagen ur planen.", "“{id}” has been removed from the plan.")
}

fn units_of(count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => word(language, "1 enhet", "1 unit").to_owned(),
        _ => say!(language; "{number} enheter", "{number} units"),
    }
}

/// What comes after the verdict: what of the plan is not brought in as things stand, and why.
pub fn after(view: &PlanView, language: Language) -> String {
    let mut said = Vec::new();
    let number = |count: u32| integer(count.into(), language);
    let PlanTally { conflicts, refused, same, changes, .. } = view.tally;
    let count = number(conflicts);
    match conflicts {
        0 => {}
        1 => said.push(
            word(
                language,
                "En ändring gäller något som också har ändrats i filen; du avgör den när planen tas in.",
                "One change is of something that has been changed in the file as well; you decide it when the plan is brought in.",
            )
            .to_owned(),
        ),
        _ => said.push(say!(language;
            "{count} ändringar gäller något som också har ändrats i filen; du avgör dem när planen tas in.",
            "{count} changes are of something that has been changed in the file as well; you decide them when the plan is brought in.")),
    }
    let count = number(refused);
    match refused {
        0 => {}
        1 => said.push(
            word(language, "En ändring kan inte göras i filen.", "One change cannot be made in the file.").to_owned(),
        ),
        _ => said.push(say!(language;
            "{count} ändringar kan inte göras i filen.",
            "{count} changes cannot be made in the file.")),
    }
    if same > 0 && changes > 0 {
        let count = number(same);
        said.push(say!(language; "{count} till finns redan i filen.", "{count} more are already in the file."));
    }
    said.join(" ")
}

/// Where the plan is.
pub fn kept(is_kept: bool, language: Language) -> &'static str {
    if is_kept {
        word(
            language,
            "Planen finns bara i den här webbläsaren tills du sparar den som ändringsfil. Filen ändras först när planen tas in.",
            "The plan is in this browser alone until you save it as a change file. The file is changed only when the plan is brought in.",
        )
    } else {
        word(
            language,
            "Webbläsaren kan inte spara planen: spara den som ändringsfil innan du lämnar sidan.",
            "The browser cannot keep the plan: save it as a change file before you leave the page.",
        )
    }
}

/// How many units are chosen.
pub fn chosen(count: u32, language: Language) -> String {
    let units = units_of(count, language);
    match count {
        1 => say!(language; "{units} vald", "{units} chosen"),
        _ => say!(language; "{units} valda", "{units} chosen"),
    }
}

/// Moves the chosen units.
pub fn move_them(count: u32, language: Language) -> String {
    if count == 0 {
        return word(language, "Flytta", "Move").to_owned();
    }
    let units = units_of(count, language);
    say!(language; "Flytta {units}", "Move {units}")
}

/// Says that units have been moved.
pub fn moved(count: u32, language: Language) -> String {
    let units = units_of(count, language);
    match count {
        1 => say!(language; "{units} är flyttad i planen.", "{units} has been moved in the plan."),
        _ => say!(language; "{units} är flyttade i planen.", "{units} have been moved in the plan."),
    }
}

/// Says that a unit has been made.
pub fn made(name: &str, language: Language) -> String {
    say!(language; "{name} finns nu i planen.", "{name} is now in the plan.")
}

/// Says that the plan has been saved.
pub fn saved(file: &str, language: Language) -> String {
    say!(language; "{file} är sparad.", "{file} has been saved.")
}

/// Why a step is not taken.
pub fn refused(why: &PlanRefused, name: Option<&Label>, language: Language) -> String {
    let (PlanRefused::Unknown(id) | PlanRefused::UnderItself(id)) = why;
    let name = name.map_or(&**id, |name| name.say(language));
    match why {
        PlanRefused::Unknown(_) => say!(language;
            "{name} finns inte längre i filen. Inget har flyttats.",
            "{name} is no longer in the file. Nothing has been moved."),
        PlanRefused::UnderItself(_) => say!(language;
            "{name} kan inte ligga under sig själv eller en enhet under sig. Inget har flyttats.",
            "{name} cannot belong to itself or to a unit below it. Nothing has been moved."),
    }
}

/// Heading of the findings that a plan mends, or that it makes.
pub fn findings(mends: bool, total: u32, language: Language) -> String {
    let number = integer(total.into(), language);
    if mends {
        say!(language; "Försvinner med planen ({number})", "Closed by the plan ({number})")
    } else {
        say!(language; "Tillkommer med planen ({number})", "New with the plan ({number})")
    }
}

/// Says that a plan mends nothing, or makes nothing.
pub fn no_findings(mends: bool, language: Language) -> &'static str {
    if mends {
        word(language, "Inget i uppföljningen försvinner.", "Nothing in compliance is closed.")
    } else {
        word(language, "Inget nytt i uppföljningen.", "Nothing new in compliance.")
    }
}

/// How many gaps there are on the last day, without the plan and with it, if nobody does anything.
pub fn ahead_said(last: Date, before: u32, after: u32, language: Language) -> String {
    let (day, gaps, with) =
        (date(last, language), words::GAP.figure(before, language), integer(after.into(), language));
    say!(language;
        "{gaps} utan planen och {with} med den, om ingen gör något till {day}.",
        "{gaps} without the plan and {with} with it, if nobody does anything until {day}.")
}

/// Why nothing can be said of a plan.
pub fn not_used(reply: &PlanReply, language: Language) -> String {
    match reply {
        PlanReply::Unreadable(why) => unreadable(why, language).into_iter().next().unwrap_or_default(),
        PlanReply::NotOfThis(why) => not_brought_in(why, language),
        PlanReply::Open(_) => String::new(),
    }
}

/// What the file of a plan is called.
pub fn file_name(view: Option<&PlanView>, language: Language) -> String {
    let name = view.and_then(|view| view.label.as_ref()).map_or("", |label| &label.name);
    let id = new_id(word(language, "omorganisation", "reorganisation"), name, &|_| true);
    format!("plan-{id}.json")
}
