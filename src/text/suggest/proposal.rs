//! What a proposal for many posts comes to: how many it fills, why each person, and why the rest stays vacant.

use super::role;
use crate::engine::view::{ProposalRow, ProposalView, RestRow, UnitRef};
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Language};
use crate::text::finding::name;
use crate::text::numbers::{and, capital, date, integer, spelled};
use crate::text::overview::Sentence;
use crate::text::{say, word, words};

/// The verdict of a proposal: how many of the vacant posts can be filled.
pub fn verdict(view: &ProposalView, language: Language) -> Sentence {
    let role = role(&view.role, Some(kind(view)), language);
    let filled = saturating(view.rows.len());
    let unit = view.unit.name.say(language);
    if view.vacant == 0 {
        return Sentence::plain(
            say!(language; "Inget uppdrag som {role} är vakant på {unit}.", "No post of {role} is vacant at {unit}."),
        );
    }
    if (view.vacant, filled) == (1, 0) {
        return Sentence::plain(say!(language; "Det vakanta uppdraget som {role} på {unit} kan inte tillsättas nu.",
            "The vacant post of {role} at {unit} cannot be filled now."));
    }
    let whole = spelled(view.vacant, true, language);
    let whole = say!(language; "{whole} vakanta uppdrag", "{whole} vacant posts");
    let (before, stress, after) = if filled == view.vacant {
        let all = if filled == 1 {
            word(language, "Det vakanta uppdraget", "The vacant post")
        } else {
            word(language, "Alla vakanta uppdrag", "All vacant posts")
        };
        (
            all.to_owned(),
            String::new(),
            say!(language; " som {role} på {unit} kan tillsättas.", " of {role} at {unit} can be filled."),
        )
    } else if filled == 0 {
        let none = say!(language; "Inget av {whole}", "None of {whole}");
        (
            String::new(),
            none,
            say!(language; " som {role} på {unit} kan tillsättas nu.", " of {role} at {unit} can be filled now."),
        )
    } else {
        let some = capital(&spelled(filled, true, language));
        (
            say!(language; "{some} av ", "{some} of "),
            whole,
            say!(language; " som {role} på {unit} kan tillsättas.", " of {role} at {unit} can be filled."),
        )
    };
    Sentence { before, stress, after }
}

/// What follows: how many posts one is given at most, and what has not been looked at.
pub fn verdict_after(view: &ProposalView, language: Language) -> String {
    let mut said = Vec::new();
    if view.vacant > 0 {
        let people = words::PERSON.count(view.people, language);
        said.push(match view.at_most {
            Some(most) => {
                let most = words::POST.count(most, language);
                say!(language; "Prövat mot {people} i den delen av organisationen. Enligt reglerna högst {most} per person.",
                    "Tried against {people} in that part of the organisation. By the rules at most {most} for each.")
            }
            None => say!(language; "Prövat mot {people} i den delen av organisationen. Ingen regel begränsar antalet uppdrag, så var och en får högst ett.",
                "Tried against {people} in that part of the organisation. No rule says how many posts one may hold, so nobody is given more than one."),
        });
    }
    if view.beyond > 0 {
        let (beyond, first) =
            (integer(view.beyond.into(), language), integer((view.vacant - view.beyond).into(), language));
        said.push(say!(language; "Förslaget gäller de {first} första; {beyond} till återstår när det är genomfört.",
            "The proposal is for the first {first}; {beyond} more remain once it is carried out."));
    }
    said.join(" ")
}

/// The kind of unit that the posts are at.
fn kind(view: &ProposalView) -> UnitKind {
    let first = view.rows.first().map(|row| row.unit.kind);
    first.or_else(|| view.rest.first().map(|row| row.unit.kind)).unwrap_or(view.unit.kind)
}

/// Why someone can take a post of a proposal.
pub fn row(row: &ProposalRow, of: &ProposalView, language: Language) -> String {
    let mut parts = vec![works_at(&row.works_at, &row.unit, language)];
    let all = row.holds + row.given;
    if all > 1 {
        let units = spelled(all, false, language);
        let most = of.at_most.map_or_else(String::new, |most| {
            let most = spelled(most, false, language);
            say!(language; ", högst {most} tillåts", ", at most {most} allowed")
        });
        parts.push(say!(language; "får uppdrag på {units} enheter{most}", "will hold posts at {units} units{most}"));
    }
    capital(&parts.join("; "))
}

fn works_at(at: &UnitRef, unit: &UnitRef, language: Language) -> String {
    if at.id == unit.id {
        return word(language, "arbetar där", "works there").to_owned();
    }
    let at = at.name.say(language);
    say!(language; "arbetar på {at}", "works at {at}")
}

/// What makes a row count, for those who hear the box alone.
pub fn tick(row: &ProposalRow, language: Language) -> String {
    let (person, unit) = (&row.person.name, row.unit.name.say(language));
    say!(language; "{person} på {unit}", "{person} at {unit}")
}

/// Why a post stays vacant.
pub fn rest_why(row: &RestRow, of: &ProposalView, language: Language) -> String {
    let mut parts = Vec::new();
    if row.people == 0 {
        parts.push(
            word(
                language,
                "Ingen i filen arbetar där eller på enheterna ovanför.",
                "Nobody in the file works there or at the units above.",
            )
            .to_owned(),
        );
    }
    let counted = |number: u32, one: &'static str, many: &'static str| {
        let verb = word(language, "har", if number == 1 { one } else { many });
        format!("{} {verb}", capital(&spelled(number, false, language)))
    };
    if row.full > 0 {
        let have = counted(row.full, "holds", "hold");
        parts.push(match of.at_most {
            Some(_) => say!(language; "{have} redan så många uppdrag som är tillåtet, med förslaget inräknat.",
                "{have} as many posts as allowed, counting the proposal."),
            None => say!(language; "{have} redan ett uppdrag, med förslaget inräknat.", "{have} a post already, counting the proposal."),
        });
    }
    if row.untrained > 0 {
        let mut named: Vec<String> = row.first_untrained.iter().map(|person| person.name.clone()).collect();
        let more = row.untrained.saturating_sub(u32::try_from(named.len()).unwrap_or_default());
        if more > 0 {
            let more = integer(more.into(), language);
            named.push(say!(language; "{more} till", "{more} more"));
        }
        let named = and(&named, language);
        let trainings: Vec<_> =
            of.rules.iter().filter_map(|rule| Some(name(rule.training.as_ref()?, language))).collect();
        let trainings = and(&trainings, language);
        parts.push(say!(language; "Först efter {trainings}: {named}.", "Only after {trainings}: {named}."));
    }
    if row.left > 0 {
        let have = counted(row.left, "has", "have");
        parts.push(say!(language; "{have} bara uppdrag som har gått ut.", "{have} only posts that have expired."));
    }
    if row.vacant > 1 {
        let posts = capital(&words::POST.count(row.vacant, language));
        parts.insert(0, say!(language; "{posts}.", "{posts}."));
    }
    parts.join(" ")
}

/// What carrying out a proposal comes to.
pub fn one_change(on: Date, language: Language) -> String {
    let on = date(on, language);
    say!(language; "Uppdragen börjar {on}. Allt blir en ändring, som kan ångras.",
        "The posts begin on {on}. All becomes one change, which can be undone.")
}
