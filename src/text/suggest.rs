//! Who could take a post, why they could or could not, and what a proposal for many posts comes to.

mod proposal;

pub use self::proposal::{one_change, rest_why, row, tick, verdict, verdict_after};

use super::finding::name;
use super::numbers::{and, capital, date, integer, spelled};
use super::shell::labels;
use super::{say, word, words};
use crate::coverage::because::NamedItem;
use crate::coverage::suggest::{Bar, Near, PostTerm};
use crate::engine::view::{CandidateView, OpenRole, RuleLooked, SuggestionView, UnitRef};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

labels! {
    /// Heading of the people who could take a post.
    who: "Vem kan ta uppdraget?", "Who could take the post?";
    /// Heading of those who could.
    able: "Kan ta det", "Could take it";
    /// Heading of those who could be appointed and lack a training.
    able_untrained: "Kan utses, men saknar utbildning", "Could be appointed, but lack training";
    /// Heading of those who could not.
    unable: "Kan inte ta det nu", "Cannot take it now";
    /// Gives someone the post.
    give: "Utse", "Appoint";
    /// Heading of the rules that were looked at.
    rules: "Regler som kontrollerats", "Rules that were checked";
    /// Heading of the roles with vacant posts in a part of the organisation.
    open: "Vakanta uppdrag i den här delen", "Vacant posts in this part";
    /// Leads to a proposal.
    propose: "Visa ett förslag", "Show a proposal";
    /// Name of the page.
    proposal: "Förslag på tillsättningar", "Proposed appointments";
    /// Heading of the posts that could be filled.
    placed: "Det här kan tillsättas", "What can be filled";
    /// How the posts are given.
    placed_lead: "De som arbetar på enheten går först, därefter de som arbetar på en enhet ovanför.",
        "Those who work at the unit come first, then those who work at a unit above.";
    /// Column: where the post is.
    place: "Enhet", "Unit";
    /// Column: who takes the post.
    person: "Person", "Person";
    /// Column: why they can.
    why: "Varför", "Why";
    /// Carries out what is ticked.
    carry_out: "Utse de markerade", "Appoint those selected";
    /// Said when nothing is ticked.
    none_ticked: "Kryssa för minst en rad.", "Tick at least one row.";
    /// Heading of the posts that stay vacant.
    rest: "Det här kan inte tillsättas", "What cannot be filled";
}

/// The name of a role at a kind of unit.
pub fn role(role: &NamedItem, at: Option<UnitKind>, language: Language) -> String {
    words::role(&role.id, role.name.as_ref(), at, language)
}

/// How many there are to choose among, and how many of them could take the post.
pub fn lead(view: &SuggestionView, language: Language) -> String {
    let unit = view.unit.name.say(language);
    // Of the municipality itself nobody is looked at.
    let units = match view.parent.as_ref().filter(|parent| parent.kind != UnitKind::Municipality) {
        Some(parent) => {
            let parent = parent.name.say(language);
            say!(language; "{unit} eller {parent}", "{unit} or {parent}")
        }
        None => unit.to_owned(),
    };
    let from = date(view.from, language);
    if let [CandidateView { candidate, person, .. }] = &view.candidates[..]
        && candidate.near == Near::Asked
    {
        let who = &person.name;
        return say!(language; "Regeln gäller just {who}.", "The rule is about {who} and nobody else.");
    }
    let people = capital(&words::PERSON.count(view.total, language));
    match (view.total, view.eligible) {
        // Some may be there who cannot be meant, as those whose posts have all ended.
        (0, _) => {
            say!(language; "Det finns ingen att föreslå på {units}, varken bland dem som arbetar där eller har ett uppdrag där.",
            "There is nobody to suggest at {units}, neither among those who work there nor among those who hold a post there.")
        }
        (total, 0) => {
            let none = if total == 1 {
                word(language, "som inte kan", "who cannot")
            } else {
                word(language, "men ingen av dem kan", "but none of them can")
            };
            let belong = if total == 1 { "belongs" } else { "belong" };
            say!(language; "{people} hör till {units}, {none} ta uppdraget från {from} utan att en regel nedan bryts.",
                "{people} {belong} to {units}, {none} take the post from {from} without breaking a rule below.")
        }
        (total, eligible) => {
            let able = capital(&spelled(eligible, false, language));
            let belong = if total == 1 { "belongs" } else { "belong" };
            say!(language; "{people} hör till {units}. {able} kan ta uppdraget från {from} utan att en regel nedan bryts.",
                "{people} {belong} to {units}. {able} can take the post from {from} without breaking a rule below.")
        }
    }
}

/// What appointing one of the candidates does, told before it is done.
pub fn does(view: &SuggestionView, language: Language) -> String {
    let (role, unit) = (role(&view.role, Some(view.unit.kind), language), view.unit.name.say(language));
    let from = date(view.from, language);
    let mut said = say!(language; "Den som utses blir {role} på {unit} från {from}",
        "The person who is appointed becomes {role} at {unit} from {from}");
    if let Some(by) = &view.appointed_by {
        let by = &by.name;
        said += &say!(language; ", utsedd av {by}", ", appointed by {by}");
    }
    if let Some(to) = &view.reports_to {
        let to = &to.name;
        said += &say!(language; ", och rapporterar till {to}", ", reporting to {to}");
    }
    said + word(language, ". Vad som återstår visas efteråt.", ". What remains is shown afterwards.")
}

/// What gives someone the post, for those who hear the button alone.
pub fn give_to(person: &str, language: Language) -> String {
    say!(language; "Utse {person}", "Appoint {person}")
}

/// What speaks for a candidate, or against, on one line.
pub fn about(view: &CandidateView, of: &SuggestionView, language: Language) -> String {
    let candidate = &view.candidate;
    let mut parts = Vec::new();
    if candidate.stands_in {
        parts.push(word(language, "är ersättare nu", "stands in now").to_owned());
    }
    parts.extend(belongs(view, language));
    parts.extend(candidate.term.map(|term| match term {
        PostTerm::Ends(last) => {
            let last = date(last, language);
            say!(language; "har uppdraget till och med {last}", "holds the post until {last}")
        }
        PostTerm::Begins(first) => {
            let first = date(first, language);
            say!(language; "tillträder uppdraget {first}", "begins in the post on {first}")
        }
    }));
    let is_barred_by_load = candidate.bars.iter().any(|bar| matches!(bar, Bar::Load { .. }));
    if candidate.holds > 0 && !is_barred_by_load {
        let (role, units) = (role(&of.role, None, language), others(candidate.holds, language));
        parts.push(say!(language; "är {role} på {units}", "is {role} at {units}"));
    }
    if candidate.bars.is_empty() {
        let taken: Vec<_> = of.rules.iter().filter_map(|rule| Some(name(rule.training.as_ref()?, language))).collect();
        if !taken.is_empty() {
            let taken = and(&taken, language);
            parts.push(say!(language; "har gått {taken}", "has completed {taken}"));
        }
    }
    parts.extend(candidate.bars.iter().map(|bar| barred(bar, of, language)));
    format!("{}.", capital(&parts.join(", ")))
}

/// How someone belongs to the unit.
fn belongs(view: &CandidateView, language: Language) -> Option<String> {
    let works_at = view.works_at.as_ref().map(|unit| unit.name.say(language));
    match (view.candidate.near, works_at) {
        (Near::Unit, _) => Some(word(language, "arbetar här", "works here").to_owned()),
        (Near::Post, Some(unit)) => Some(
            say!(language; "har ett annat uppdrag här, arbetar på {unit}", "holds another post here, works at {unit}"),
        ),
        (Near::Post, None) => Some(word(language, "har ett annat uppdrag här", "holds another post here").to_owned()),
        (Near::Parent | Near::Asked, Some(unit)) => Some(say!(language; "arbetar på {unit}", "works at {unit}")),
        (Near::Parent | Near::Asked, None) => None,
    }
}

/// What stands in the way.
fn barred(bar: &Bar, of: &SuggestionView, language: Language) -> String {
    match bar {
        Bar::Holds => word(language, "har redan uppdraget", "holds the post already").to_owned(),
        Bar::Left { last } => {
            let last = date(*last, language);
            say!(language; "har bara uppdrag som har gått ut, det sista {last}: fråga om personen är kvar",
                "has only posts that have expired, the last on {last}: ask whether they are still there")
        }
        Bar::Load { holds, at_most, .. } => {
            let (role, units) = (role(&of.role, None, language), others(*holds, language));
            let most = spelled(*at_most, false, language);
            say!(language; "är redan {role} på {units}, högst {most} är tillåtet", "is already {role} at {units}, at most {most} allowed")
        }
        Bar::Untrained { rule, taken } => {
            let training = of.rules.iter().find(|known| known.number == *rule).and_then(|rule| rule.training.as_ref());
            let training = training.map(|training| name(training, language)).unwrap_or_default();
            match taken {
                None => say!(language; "har inte gått ”{training}”", "has not completed “{training}”"),
                Some(day) => {
                    let day = date(*day, language);
                    say!(language; "behöver gå ”{training}” igen, senast den {day}", "needs to complete “{training}” again, last on {day}")
                }
            }
        }
    }
}

/// So many other units.
fn others(units: u32, language: Language) -> String {
    if units == 1 {
        return word(language, "en annan enhet", "one other unit").to_owned();
    }
    let units = spelled(units, false, language);
    say!(language; "{units} andra enheter", "{units} other units")
}

/// What a rule says, or its id where it says nothing.
pub fn rule(rule: &RuleLooked, language: Language) -> String {
    rule.text.as_ref().map_or_else(|| rule.id.clone(), |text| text.say(language).to_owned())
}

/// Leads from one vacant post to a proposal for all of them.
pub fn propose_for(unit: &UnitRef, language: Language) -> String {
    let unit = unit.name.say(language);
    say!(language; "Förslag för alla vakanta uppdrag i samma roll: {unit}", "Proposal for all vacant posts in the same role: {unit}")
}

/// A role and how many posts of it are vacant: `Säkerhetsombud: 9 vakanta`.
pub fn vacant(open: &OpenRole, language: Language) -> String {
    let (role, posts) = (capital(&role(&open.role, None, language)), integer(open.posts.into(), language));
    let vacant = if open.posts == 1 { "vakant" } else { "vakanta" };
    say!(language; "{role}: {posts} {vacant}", "{role}: {posts} vacant")
}

#[cfg(test)]
mod tests;
