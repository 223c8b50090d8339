//! The situation picture: what is wrong, how much, what comes next, as sentences.

use super::numbers::{capital, date_near, integer, spelled};
use super::shell::labels;
use super::{pages, say, word, words};
use crate::coverage::because::{HoldersReason, Reason, SeatReason};
use crate::engine::view::{Overview, RiskRow, RuleRow};
use crate::organisation::letters::latin as letters;
use crate::organisation::number::saturating;
use crate::organisation::rule::Severity;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

mod gap;
pub mod leads;

pub use self::gap::{Sentence, gap};

labels! {
    /// Leads from the example to a file of one's own.
    use_it: "Använd det för din kommun", "Use it for your municipality";
    /// Heading of the rules.
    rules: "Följs reglerna?", "Are the rules met?";
    /// Heading of the matrix.
    risks: "Vilka risker kommer först?", "Which risks come first?";
    /// Said where there is no matrix to show.
    no_matrix: "Ingen matris att visa: filen har ingen, eller så är den fel skriven. På sidan Data står vad som är fel.",
        "No matrix to show: the file has none, or it is malformed. The Data page says what is wrong.";
    /// Heading of the most urgent findings.
    urgent: "Börja här", "Start here";
    /// Lead of the most urgent findings.
    urgent_lead: "De mest angelägna, med ett steg för var och en.", "The most urgent, with a step for each.";
    /// Said where nothing is urgent.
    nothing_urgent: "Inga avvikelser i dag. Se vad som går ut härnäst.", "No gaps today. See what expires next.";
    /// Heading of the map.
    map: "Kartan över arbetsplatserna", "The map of workplaces";
    /// Lead of the map.
    map_lead: "En ruta är en arbetsplats, tom där något saknas. Siffrorna anger hur många som uppfyller alla regler.",
        "A square is a workplace, empty where something is missing. The figures say how many meet every rule.";
    /// How the keyboard goes through the map.
    map_keys: "Piltangenterna går mellan rutorna i en grupp.", "The arrow keys go between the squares of a group.";
    /// Said where there are too many workplaces for a map.
    no_map: "Arbetsplatserna är för många att visa här. Kartan på sin egen sida har dem alla.",
        "There are too many workplaces to show here. The map on its own page has them all.";
    /// Said where there are no workplaces.
    no_workplaces: "Filen har inga arbetsplatser.", "The file has no workplaces.";
    /// Workplaces that belong to no department.
    no_department: "Utan förvaltning", "Without a department";
    /// Leads to all risks.
    all_risks: "Alla risker", "All risks";
    /// Leads to the map on a page of its own.
    larger_map: "Öppna kartan", "Open the map";
    /// Leads to the organisation.
    as_list: "Alla enheter", "All units";
    /// Something that takes part in a rule is to be added.
    step_add: "Lägg till", "Add";
    /// Someone is to be given a role.
    step_appoint: "Utse någon", "Appoint";
    /// A post too many is to end.
    step_end: "Avsluta ett uppdrag", "End a post";
    /// Someone is to report to another.
    step_superior: "Ändra chef", "Change superior";
    /// Someone is to be appointed again, by whom they should have been.
    step_reappoint: "Förordna på nytt", "Reappoint";
    /// Someone is to have a seat in a group.
    step_seat: "Ta in i gruppen", "Add to the group";
    /// A party is to be asked whom it sends.
    step_party: "Be om ett namn", "Ask for a name";
    /// A training is to be taken.
    step_training: "Ordna utbildning", "Arrange training";
    /// A document is to be reviewed.
    step_review: "Se över", "Review";
    /// A measure is to be followed up.
    step_measure: "Följ upp", "Follow up";
    /// A duty is to be done.
    step_activity: "Planera in", "Schedule";
    /// Someone is to stand in.
    step_substitute: "Utse ersättare", "Appoint a substitute";
    /// Posts are to be shared between more people.
    step_load: "Fördela om", "Redistribute";
    /// A unit's risks are to be gone through.
    step_inventory: "Gå igenom riskerna", "Review the risks";
}

/// The verdict: at most two sentences, the worst first. Calm when nothing is amiss.
pub fn headline(overview: &Overview, language: Language) -> Vec<Sentence> {
    // Whether roles are held comes before how they are held.
    let later = |rule: &&RuleRow| !matches!(rule.shape.as_str(), "exists" | "holders");
    let amiss = |severity| {
        let amiss = overview.rules.iter().filter(move |rule| rule.severity == severity && gaps(rule) > 0);
        let (first, then) = (amiss.clone().filter(|rule| !later(rule)), amiss.filter(later));
        first.chain(then).take(2).map(|rule| gap(rule, language))
    };
    if overview.rules.is_empty() {
        return vec![Sentence::plain(pages::no_rules(language))];
    }
    if !overview.is_asked() {
        return vec![Sentence::plain(pages::nothing_asked(language))];
    }
    let must: Vec<_> = amiss(Severity::Must).collect();
    if !must.is_empty() {
        return must;
    }
    let (all, required) = (
        pages::sum(overview.rules.iter()),
        pages::sum(overview.rules.iter().filter(|rule| rule.severity == Severity::Must)),
    );
    let advised = amiss(Severity::Should).next();
    // Where nothing is required, no requirement is met; nor is one that is accepted or cannot be told.
    let calm = if required.applicable > 0 && required.held() == required.applicable {
        Some(Sentence::plain(word(language, "Alla krav är uppfyllda.", "All requirements are met.")))
    } else if advised.is_none() {
        Some(pages::calm(&all, word(language, "Alla regler är uppfyllda.", "All rules are met."), language))
    } else {
        None
    };
    let then = advised.or_else(|| pages::unclear(all.unknown, language).map(Sentence::plain));
    calm.into_iter().chain(then).collect()
}

/// What stands over the verdict: the day, the rules, packs that were not found, how many workplaces.
pub fn over(overview: &Overview, language: Language) -> String {
    let mut parts = vec![super::numbers::date(overview.on, language)];
    parts.extend(overview.packs.iter().map(|pack| pack_name(pack, language)));
    parts.extend(
        overview
            .unknown_packs
            .iter()
            .map(|pack| say!(language; "regelpaketet ”{pack}” finns inte", "there is no rule pack “{pack}”")),
    );
    // A part without workplaces, as a party is, has its place in a group instead.
    if overview.workplaces > 0 {
        parts.push(words::unit_kind(UnitKind::Workplace).figure(overview.workplaces, language));
    }
    parts.join("\u{a0}· ")
}

/// What a pack of rules is called.
pub fn pack_name(id: &str, language: Language) -> String {
    let (sv, en) = match id {
        "tyreso-2016" => ("reglerna Tyresö 2016", "the Tyresö 2016 rules"),
        "skyddsombud" => ("reglerna om skyddsombud", "the rules on safety representatives"),
        "crime-prevention-2023" => ("reglerna om brottsförebyggande arbete 2023", "the crime prevention 2023 rules"),
        "security-protection-2018" => ("reglerna om säkerhetsskydd 2018", "the protective security 2018 rules"),
        "fire-and-cpr" => ("råden om brand och HLR", "the advice on fire and CPR"),
        "risk-follow-up" => ("uppföljning av risker", "follow-up of risks"),
        other => return say!(language; "reglerna {other}", "the {other} rules"),
    };
    word(language, sv, en).to_owned()
}

/// What comes after the verdict: what else is amiss, what ends, which risk comes first and why.
pub fn after(overview: &Overview, language: Language) -> String {
    let sentences = [others(overview, language), ends(overview, language), risks_said(overview, language)];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many rules beside those in the headline have gaps.
fn others(overview: &Overview, language: Language) -> Option<String> {
    let failing = |severity| {
        let of = overview.rules.iter().filter(|rule| rule.severity == severity && gaps(rule) > 0);
        saturating(of.count())
    };
    let (must, should) = (failing(Severity::Must), failing(Severity::Should));
    let rest = if must > 0 { must.saturating_sub(2) + should } else { should.saturating_sub(1) };
    let rules = words::RULE.count(rest, language);
    let said = match rest {
        0 => return None,
        1 => word(language, "Ytterligare en regel är inte uppfylld", "One more rule is not met").to_owned(),
        _ => capital(&match language {
            Language::Swedish => format!("ytterligare {rules} är inte uppfyllda"),
            Language::English => format!("{} more rules are not met", spelled(rest, false, language)),
        }),
    };
    Some(match overview.gaps {
        0 => format!("{said}."),
        all => {
            let all = words::GAP.figure(all, language);
            say!(language; "{said}: {all} tillsammans.", "{said}: {all} in all.")
        }
    })
}

/// What is met and ends within the window, and when the first does. It need not become a gap: it may be accepted by then.
fn ends(overview: &Overview, language: Language) -> Option<String> {
    // It holds on its last day: the gap is there on the next, which is the day that the forecast says too.
    let day = date_near(overview.first_ending?.succ_opt()?, overview.on, language);
    let number = spelled(overview.ending_count, false, language);
    Some(match overview.ending_count {
        1 => say!(language;
            "Inom 90 dagar slutar ett krav att vara uppfyllt om inget görs, den {day}.",
            "One requirement will stop being met within 90 days unless something is done, on {day}."),
        _ => say!(language;
            "Inom 90 dagar slutar {number} krav att vara uppfyllda om inget görs, det första den {day}.",
            "Within 90 days {number} requirements will stop being met unless something is done, the first on {day}."),
    })
}

/// How many risks are in the worst class, which comes first, and which dimension decided that.
fn risks_said(overview: &Overview, language: Language) -> Option<String> {
    let first = overview.first_risks.first()?;
    let class = first.class.as_ref()?.name.say(language);
    let counted = capital(&words::RISK.count(overview.in_first_class, language));
    let number = match overview.in_first_class {
        1 => say!(language; "{counted} är i klassen {class}.", "{counted} is in the class {class}."),
        _ => say!(language; "{counted} är i klassen {class}.", "{counted} are in the class {class}."),
    };
    Some(format!("{number} {}", first_said(first, language)))
}

fn first_said(first: &RiskRow, language: Language) -> String {
    let title = first.title.say(language);
    if first.ties > 0 {
        let others = spelled(first.ties, false, language);
        return match first.ties {
            1 => say!(language; "{title} och en annan kommer lika först.", "{title} and one other share first place."),
            _ => say!(language;
                "{title} och {others} andra kommer lika först.",
                "{title} and {others} others share first place."),
        };
    }
    let decided = first.decided_by.as_ref().zip(first.consequence.as_ref());
    decided.map_or_else(
        || say!(language; "{title} kommer först.", "{title} comes first."),
        |(dimension, level)| {
            let (dimension, level) = (small(dimension.say(language)), small(level.name.say(language)));
            // Files name levels in the plural (allvarliga konsekvenser) or in the singular (en allvarlig konsekvens).
            let consequences = if level.ends_with('a') { "konsekvenserna" } else { "konsekvensen" };
            say!(language;
                "{title} kommer först, för att {consequences} för {dimension} är {level}.",
                "{title} comes first, because the consequences for {dimension} are {level}.")
        },
    )
}

/// Which rules are shown in full: how many of how many that are not met.
pub fn rules_lead(rules: &[RuleRow], shown: usize, language: Language) -> String {
    let failing = saturating(rules.iter().filter(|rule| gaps(rule) > 0).count());
    let shown = saturating(shown);
    if failing == 0 {
        return word(language, "Ingen regel har någon avvikelse.", "No rule has any gap.").to_owned();
    }
    if failing <= shown {
        let counted = capital(&words::RULE.count(failing, language));
        return match failing {
            1 => say!(language; "{counted} är inte uppfylld.", "{counted} is not met."),
            _ => say!(language; "{counted} är inte uppfyllda.", "{counted} are not met."),
        };
    }
    let (shown, failing) = (spelled(shown, false, language), integer(failing.into(), language));
    say!(language;
        "De {shown} som mest behöver åtgärdas, av {failing} som inte är uppfyllda.",
        "The {shown} most in need of action, of {failing} that are not met.")
}

/// The rules that are not shown in full: how many are not met, are met, have none but accepted gaps, cannot be told, or
/// apply to nothing in the file or in the part of it that is looked at.
pub fn rest_of_rules(rules: &[&RuleRow], narrowed: bool, language: Language) -> String {
    let is_held = |rule: &RuleRow| rule.tally.met + rule.tally.expiring == rule.tally.applicable;
    let asks = |rule: &&&RuleRow| rule.tally.applicable > 0 && gaps(rule) == 0;
    let counts = [
        saturating(rules.iter().filter(|rule| gaps(rule) > 0).count()),
        saturating(rules.iter().filter(|rule| asks(rule) && is_held(rule)).count()),
        saturating(rules.iter().filter(|rule| asks(rule) && !is_held(rule) && rule.tally.unknown == 0).count()),
        saturating(rules.iter().filter(|rule| asks(rule) && rule.tally.unknown > 0).count()),
        saturating(rules.iter().filter(|rule| rule.tally.applicable == 0).count()),
    ];
    let first = counts.iter().position(|number| *number > 0);
    let part = |(place, number): (usize, &u32)| {
        let one = *number == 1;
        // The first says what is counted, the others do not repeat it.
        let counted = if Some(place) == first {
            words::RULE.figure(*number, language)
        } else {
            integer((*number).into(), language)
        };
        let (met, are, apply) = if one { ("uppfylld", "is", "applies") } else { ("uppfyllda", "are", "apply") };
        match (place, narrowed) {
            (0, _) => say!(language; "{counted} till är inte {met}", "{counted} besides {are} not met"),
            (1, _) => say!(language; "{counted} är {met}", "{counted} {are} met"),
            (2, _) => {
                let has = if one { "has" } else { "have" };
                say!(language; "{counted} har bara accepterade avvikelser", "{counted} {has} accepted gaps only")
            }
            (3, _) => say!(language; "{counted} går inte att avgöra", "{counted} cannot be determined"),
            (_, true) => {
                say!(language; "{counted} berör inget i den här delen", "{counted} {apply} to nothing in this part")
            }
            (_, false) => say!(language; "{counted} berör inget i filen", "{counted} {apply} to nothing in the file"),
        }
    };
    let said: Vec<String> = counts.iter().enumerate().filter(|(_, number)| **number > 0).map(part).collect();
    said.join(", ")
}

/// The second half of `113 av 131`.
pub fn out_of(whole: u32, language: Language) -> String {
    let whole = integer(whole.into(), language);
    say!(language; "av {whole}", "of {whole}")
}

/// Leads to all findings, with how many of them are missing or broken.
pub fn all_gaps(gaps: u32, language: Language) -> String {
    match gaps {
        0 => word(language, "Visa reglerna", "Show the rules").to_owned(),
        1 => word(language, "Visa avvikelsen", "Show the gap").to_owned(),
        _ => {
            let gaps = words::GAP.figure(gaps, language);
            say!(language; "Alla {gaps}", "All {gaps}")
        }
    }
}

/// The step that mends a finding, in a word or two.
pub const fn step(reason: &Reason, language: Language) -> &'static str {
    match reason {
        Reason::Kind(_) => step_add(language),
        Reason::Holders(HoldersReason::TooFew { .. }) => step_appoint(language),
        Reason::Holders(_) => step_end(language),
        Reason::ReportsTo(_) => step_superior(language),
        Reason::AppointedBy(_) => step_reappoint(language),
        Reason::Seat(SeatReason::NotRepresented { .. }) => step_party(language),
        Reason::Seat(_) => step_seat(language),
        Reason::Training(_) => step_training(language),
        Reason::Review(_) => step_review(language),
        Reason::Measure(_) => step_measure(language),
        Reason::Activity(_) => step_activity(language),
        Reason::Substitute(_) => step_substitute(language),
        Reason::Load(_) => step_load(language),
        Reason::Inventory(_) => step_inventory(language),
    }
}

/// Findings of a rule that are missing or broken.
pub const fn gaps(rule: &RuleRow) -> u32 {
    rule.tally.gaps()
}

/// A name in the middle of a sentence: without what stands in brackets after it, its first letter small unless it is an
/// abbreviation.
fn small(name: &str) -> String {
    let name = name.split_once('(').map_or(name, |(name, _)| name.trim_end());
    let mut rest = name.chars();
    match (rest.next(), rest.clone().next()) {
        (Some(first), Some(second)) if !letters::is_large(second) => {
            std::iter::once(letters::small(first)).chain(rest).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests;
