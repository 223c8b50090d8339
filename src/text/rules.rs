//! Rules: where they come from, what they find, what to mind about them, and the form they are changed in.

mod exceptions;
mod form;

pub use self::exceptions::{
    heading as exceptions_heading, incomplete_exception, lead as exceptions_lead, stale_count, stale_exception,
    standing,
};
pub use self::form::{field, shape, word_in};

use super::numbers::{capital, integer};
use super::overview::Sentence;
use super::shell::labels;
use super::{say, word, words};
use crate::coverage::advice::{NamedKind, RuleAdvice, RuleLack};
use crate::coverage::{Tally, packs};
use crate::engine::view::{PackView, RuleEntry, RulesView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;

labels! {
    /// Name of the page.
    title: "Regler", "Rules";
    /// Heading of the packs.
    packs_heading: "Regelpaket", "Rule packs";
    /// What a pack is.
    packs_lead: "Ett paket slås på eller av som helhet. Det ändrar filen och kan ångras.",
        "A pack is switched on or off as a whole. That changes the file and can be undone.";
    /// Heading of the file's own rules.
    own: "Egna regler", "Own rules";
    /// Said where the file has no rules of its own.
    no_own: "Filen har inga egna regler.", "The file has no rules of its own.";
    /// Begins a new rule.
    new: "Ny regel", "New rule";
    /// Begins to change a rule.
    edit: "Ändra", "Edit";
    /// Takes a rule of the file out.
    remove: "Ta bort", "Remove";
    /// Takes a rule of the file out, so that the pack's is back.
    set_back: "Återställ till paketets", "Set back to the pack’s";
    /// Beside a pack's rule that the file has changed.
    changed: "ändrad i filen", "changed in the file";
    /// Before where a rule is written.
    source: "Källa:", "Source:";
    /// Leads to a rule where it is changed.
    show: "Visa regeln bland reglerna", "Show the rule among the rules";
    /// Said while the page is narrowed to a part.
    whole: "Regler gäller hela organisationen: siffrorna här är inte avgränsade.",
        "Rules are for the whole organisation: the figures here are not narrowed.";
    /// Makes a role that a rule names.
    add_role: "Lägg till rollen", "Add the role";
    /// Makes a training that a rule names.
    add_training: "Lägg till utbildningen", "Add the training course";
    /// Heading of the form of a new rule.
    form_new: "Ny regel", "New rule";
    /// Heading of the form of a rule.
    form_edit: "Ändra regeln", "Edit the rule";
    /// Label of the choice of shape.
    form_shape: "Vad kontrolleras", "What is checked";
    /// Said of a pack's rule in the form.
    form_of_pack: "Paketets regel står kvar; filen får en egen i dess ställe, som kan återställas.",
        "The pack’s rule stays; the file gets its own in its place, which can be set back.";
    /// Said while a rule cannot be judged yet.
    unfinished: "Regeln är inte färdig än.", "The rule is not finished yet.";
}

/// The verdict of the page: how many rules apply.
pub fn verdict(view: &RulesView, language: Language) -> Sentence {
    let all = saturating(view.rules.len());
    if all == 0 {
        return Sentence::plain(word(
            language,
            "Inga regler gäller. Slå på ett paket eller skriv en egen.",
            "No rules apply. Switch a pack on, or write one.",
        ));
    }
    let own = saturating(view.rules.iter().filter(|rule| rule.own).count());
    let counted = capital(&words::RULE.count(all, language));
    let own = integer(own.into(), language);
    let after = match (view.rules.iter().any(|rule| rule.own), all) {
        (false, 1) => word(language, " gäller.", " applies.").to_owned(),
        (false, _) => word(language, " gäller.", " apply.").to_owned(),
        (true, 1) => say!(language; " gäller, {own} av dem i filen.", " applies, {own} of them in the file."),
        (true, _) => {
            say!(language; " gäller, {own} av dem skrivna i filen.", " apply, {own} of them written in the file.")
        }
    };
    Sentence::plain(format!("{counted}{after}"))
}

/// What follows the headline: how many rules there is something to mind about.
pub fn after(view: &RulesView, language: Language) -> String {
    let count = |is: fn(&RuleAdvice) -> bool| {
        let rules = view.rules.iter().filter(|rule| rule.advice.iter().any(is));
        saturating(rules.count())
    };
    let idle = count(|advice| matches!(advice, RuleAdvice::Idle(lack) if *lack != RuleLack::Asked));
    let never = count(|advice| matches!(advice, RuleAdvice::Idle(RuleLack::Asked) | RuleAdvice::Harmless));
    let always = count(|advice| matches!(advice, RuleAdvice::Always | RuleAdvice::Impossible));
    let mut sentences = Vec::new();
    if idle > 0 {
        let rules = capital(&words::RULE.count(idle, language));
        let apply = if idle == 1 { "applies" } else { "apply" };
        sentences.push(say!(language; "{rules} berör inget i filen.", "{rules} {apply} to nothing in the file."));
    }
    if never > 0 {
        let rules = capital(&words::RULE.count(never, language));
        sentences.push(say!(language; "{rules} kan aldrig ge någon avvikelse.", "{rules} can never find a gap."));
    }
    if always > 0 {
        let rules = capital(&words::RULE.count(always, language));
        let hold = if always == 1 { "finds" } else { "find" };
        sentences.push(say!(language; "{rules} ger avvikelse överallt.", "{rules} {hold} a gap everywhere."));
    }
    sentences.join(" ")
}

/// What a pack is called, as a heading.
pub fn pack(id: &str, language: Language) -> String {
    let (sv, en) = match id {
        packs::DEFAULT => ("Tyresö 2016", "Tyresö 2016"),
        "skyddsombud" => ("Skyddsombud", "Safety representatives"),
        "crime-prevention-2023" => ("Brottsförebyggande arbete 2023", "Crime prevention 2023"),
        "security-protection-2018" => ("Säkerhetsskydd 2018", "Protective security 2018"),
        "fire-and-cpr" => ("Brand och HLR", "Fire and CPR"),
        "risk-follow-up" => ("Uppföljning av risker", "Follow-up of risks"),
        other => return other.to_owned(),
    };
    word(language, sv, en).to_owned()
}

/// What a pack is about.
pub const fn pack_about(id: &str, language: Language) -> &'static str {
    match id.as_bytes() {
        b"tyreso-2016" => word(
            language,
            "Säkerhetsorganisationen så som Tyresö kommun beskrev den 2016.",
            "The security organisation as Tyresö municipality described it in 2016.",
        ),
        b"skyddsombud" => word(
            language,
            "Skyddsombud och ersättare där minst fem är anställda, enligt arbetsmiljölagen.",
            "Safety representatives and substitutes where at least five are employed, under the Work Environment Act.",
        ),
        b"crime-prevention-2023" => word(
            language,
            "Kommunens ansvar för brottsförebyggande arbete, enligt lagen (2023:196).",
            "The municipality’s responsibility for crime prevention, under the Act (2023:196).",
        ),
        b"security-protection-2018" => word(
            language,
            "Säkerhetsskyddschef och analys, enligt säkerhetsskyddslagen (2018:585).",
            "The protective security manager and analysis, under the Protective Security Act (2018:585).",
        ),
        b"fire-and-cpr" => word(
            language,
            "Råd om brandutbildning, utrymningsövning och hjärt-lungräddning.",
            "Advice on fire training, evacuation drills and cardiopulmonary resuscitation.",
        ),
        b"risk-follow-up" => {
            word(language, "Att åtgärder mot risker blir klara i tid.", "That measures against risks are done in time.")
        }
        _ => word(language, "Det finns inget sådant paket.", "There is no such pack."),
    }
}

/// How many rules a pack has, and how many findings they make or would make.
pub fn pack_counts(pack: &PackView, language: Language) -> String {
    let (rules, findings) = (words::RULE.figure(pack.rules, language), gaps(pack.findings, language));
    if pack.on {
        say!(language; "{rules}, ger {findings}", "{rules}, {findings}")
    } else {
        say!(language; "{rules}, skulle ge {findings}", "{rules}, would make {findings}")
    }
}

/// Gaps beside another figure, and so in figures too; none is a word.
fn gaps(number: u32, language: Language) -> String {
    if number == 0 { words::GAP.count(number, language) } else { words::GAP.figure(number, language) }
}

/// What a rule finds: `ger 3 avvikelser i 17 kontroller`.
pub fn finds(tally: &Tally, language: Language) -> String {
    let findings = gaps(tally.gaps(), language);
    let checks = CHECK.figure(tally.applicable, language);
    say!(language; "ger {findings} i {checks}", "finds {findings} in {checks}")
}

/// Subjects of a rule, each looked at once.
const CHECK: words::Noun =
    words::Noun { neuter: false, sv: ["kontroll", "kontroller", "kontrollen"], en: ["check", "checks"] };

/// What a rule being written would find, as a sentence.
pub fn tried(tally: &Tally, language: Language) -> String {
    let finds = finds(tally, language);
    say!(language; "Så som regeln nu är skriven {finds}.", "As written, the rule {finds}.").replacen(
        "skriven ger",
        "skriven ger den",
        1,
    )
}

/// Name of a rule's button, for those who do not see which rule it stands at.
pub fn named(act: &str, rule: &RuleEntry, language: Language) -> String {
    format!("{act}: {}", super::finding::rule_text(&rule.rule.row, language))
}

/// One thing to mind about a rule.
pub fn advice(advice: &RuleAdvice, language: Language) -> String {
    let said = match advice {
        RuleAdvice::Idle(lack) => {
            let head = match lack {
                RuleLack::Asked => word(language, "Kan aldrig ge någon avvikelse", "Can never find a gap"),
                _ => word(language, "Berör inget i filen", "Applies to nothing in the file"),
            };
            return format!("{head}: {}.", lacks(*lack, language));
        }
        RuleAdvice::Harmless => word(
            language,
            "Kan aldrig ge någon avvikelse: gränsen är satt så att regeln alltid är uppfylld.",
            "Can never find a gap: its limit is always met.",
        ),
        RuleAdvice::Impossible => word(
            language,
            "Ger alltid avvikelse: den kräver fler än den tillåter.",
            "Always finds a gap: it requires more than it allows.",
        ),
        RuleAdvice::Always => word(language, "Ger avvikelse överallt.", "Finds a gap everywhere."),
        RuleAdvice::Unknown { named, id } => {
            let what = match named {
                NamedKind::Role => word(language, "Rollen", "The role"),
                NamedKind::Unit => word(language, "Enheten", "The unit"),
                NamedKind::Training => word(language, "Utbildningen", "The training course"),
            };
            return say!(language; "{what} ”{id}” finns inte i filen.", "{what} “{id}” is not in the file.");
        }
        RuleAdvice::Same { rule } => {
            return say!(language; "Kontrollerar samma sak som regeln ”{rule}”.", "Checks the same as the rule “{rule}”.");
        }
    };
    said.to_owned()
}

const fn lacks(lack: RuleLack, language: Language) -> &'static str {
    match lack {
        RuleLack::Units => word(language, "ingen enhet i filen hör dit", "no unit of the file is in its scope"),
        RuleLack::Holders => word(language, "ingen har uppdraget som den gäller", "nobody holds the role it is about"),
        RuleLack::Group => word(language, "filen har ingen grupp", "the file has no group"),
        RuleLack::Parties => word(language, "filen har inga externa parter", "the file has no external parties"),
        RuleLack::Measures => word(language, "filen har inga sådana åtgärder", "the file has no such measures"),
        RuleLack::Documents => word(language, "filen har inga sådana dokument", "the file has no such documents"),
        RuleLack::Asked => word(language, "den nämner inget att kontrollera", "it names nothing to check"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn what_a_rule_finds_is_said_of_how_many() {
        let tally = Tally { applicable: 17, met: 14, missing: 2, expiring: 1, ..Tally::default() };
        assert_eq!(finds(&tally, Swedish), "ger 2\u{a0}avvikelser i 17\u{a0}kontroller");
        assert_eq!(
            tried(&tally, Swedish),
            "Så som regeln nu är skriven ger den 2\u{a0}avvikelser i 17\u{a0}kontroller."
        );
        assert_eq!(tried(&tally, English), "As written, the rule finds 2\u{a0}gaps in 17\u{a0}checks.");
    }

    #[test]
    fn a_rule_that_is_about_nothing_yet_is_told_from_one_that_can_never_find_anything() {
        let said = |lack, language| advice(&RuleAdvice::Idle(lack), language);
        assert_eq!(said(RuleLack::Group, Swedish), "Berör inget i filen: filen har ingen grupp.");
        assert_eq!(said(RuleLack::Asked, English), "Can never find a gap: it names nothing to check.");
    }

    #[test]
    fn a_pack_that_is_off_says_what_it_would_find() {
        let pack = PackView { id: "skyddsombud".into(), on: false, rules: 2, findings: 0, accepted: Vec::new() };
        assert_eq!(pack_counts(&pack, Swedish), "2\u{a0}regler, skulle ge inga avvikelser");
        assert_eq!(pack_counts(&PackView { on: true, ..pack }, English), "2\u{a0}rules, no gaps");
    }

    #[test]
    fn every_pack_has_a_name_and_says_what_it_is_about() {
        for id in packs::ids() {
            for language in [Swedish, English] {
                assert_ne!(pack(id, language), id);
                assert_ne!(pack_about(id, language), pack_about("mars", language), "{id}");
                let over = crate::text::overview::pack_name(id, language);
                assert_ne!(over, crate::text::overview::pack_name("mars", language).replace("mars", id));
            }
        }
    }
}
