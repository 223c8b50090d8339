//! The grammar of suggestions: nobody, one and several, in both languages.

use super::*;
use crate::coverage::suggest::Candidate;
use crate::engine::view::{OpenPost, PersonView, ProposalRow, ProposalView, RestRow};
use crate::organisation::value::{Label, parse_date};
use crate::text::overview::Sentence;
use Language::{English, Swedish};

fn unit(name: &str) -> UnitRef {
    UnitRef { id: name.into(), name: Label::plain(name), kind: UnitKind::Workplace }
}

fn person(name: &str) -> PersonView {
    PersonView { name: name.into(), ..PersonView::default() }
}

fn representative() -> NamedItem {
    NamedItem { id: "security_representative".into(), name: None }
}

fn intro() -> RuleLooked {
    let training = Some(NamedItem { id: "intro".into(), name: Some(Label::plain("Introduktion")) });
    RuleLooked { number: 7, id: "trained".into(), text: None, training }
}

fn suggestion(total: u32, eligible: u32) -> SuggestionView {
    SuggestionView {
        role: representative(),
        unit: unit("Eken"),
        parent: Some(unit("BUF")),
        from: parse_date("2026-07-01").unwrap(),
        appointed_by: None,
        reports_to: None,
        candidates: vec![],
        total,
        eligible,
        rules: vec![intro()],
        post: OpenPost::default(),
    }
}

fn candidate(near: Near, holds: u32, bars: Vec<Bar>) -> CandidateView {
    let candidate = Candidate { person: 0, near, holds, stands_in: false, term: None, bars };
    CandidateView { person: person("Bo"), works_at: Some(unit("BUF")), candidate }
}

#[test]
fn how_many_could_is_counted_in_words() {
    let said = |total, eligible, language| lead(&suggestion(total, eligible), language).replace('\u{a0}', " ");
    assert_eq!(
        said(0, 0, Swedish),
        "Det finns ingen att föreslå på Eken eller BUF, varken bland dem som arbetar där eller har ett uppdrag där."
    );
    assert_eq!(
        said(1, 0, Swedish),
        "En person hör till Eken eller BUF, som inte kan ta uppdraget från 1 juli 2026 utan att en regel nedan bryts."
    );
    assert_eq!(
        said(5, 2, English),
        "Five people belong to Eken or BUF. Two can take the post from 1 July 2026 without breaking a rule below."
    );
}

#[test]
fn one_who_could_is_told_why() {
    let view = candidate(Near::Parent, 2, vec![]);
    let said = about(&view, &suggestion(1, 1), Swedish);
    assert_eq!(said, "Arbetar på BUF, är säkerhetsombud på två andra enheter, har gått Introduktion.");
    let ends = Candidate {
        term: Some(PostTerm::Ends(parse_date("2026-06-30").unwrap())),
        ..candidate(Near::Unit, 0, vec![]).candidate
    };
    let said = about(&CandidateView { candidate: ends, ..view }, &suggestion(1, 1), English);
    assert_eq!(said, "Works here, holds the post until 30\u{a0}June 2026, has completed Introduktion.");
}

#[test]
fn what_appointing_somebody_does_is_told_before() {
    let open = suggestion(1, 1);
    let said = does(&open, Swedish).replace('\u{a0}', " ");
    assert_eq!(said, "Den som utses blir säkerhetsombud på Eken från 1 juli 2026. Vad som återstår visas efteråt.");
    let headed = SuggestionView { appointed_by: Some(person("Bo")), reports_to: Some(person("Bo")), ..open };
    let said = does(&headed, English).replace('\u{a0}', " ");
    assert!(said.contains("from 1 July 2026, appointed by Bo, reporting to Bo. What remains is shown"), "{said}");
    assert!(does(&headed, Swedish).contains(", utsedd av Bo, och rapporterar till Bo. Vad"));
}

#[test]
fn one_who_stands_in_now_is_told_so_first() {
    let stands_in = Candidate { stands_in: true, ..candidate(Near::Unit, 0, vec![]).candidate };
    let view = CandidateView { candidate: stands_in, ..candidate(Near::Unit, 0, vec![]) };
    assert!(about(&view, &suggestion(1, 1), Swedish).starts_with("Är ersättare nu, arbetar här"));
}

#[test]
fn one_who_could_not_is_told_why() {
    let day = parse_date("2020-05-01").unwrap();
    let said = |bars| about(&candidate(Near::Unit, 1, bars), &suggestion(1, 0), Swedish).replace('\u{a0}', " ");
    assert_eq!(
        said(vec![Bar::Load { rule: 1, holds: 1, at_most: 1 }]),
        "Arbetar här, är redan säkerhetsombud på en annan enhet, högst en är tillåtet."
    );
    let untrained = |taken| vec![Bar::Untrained { rule: 7, taken }];
    assert!(said(untrained(None)).ends_with("har inte gått ”Introduktion”."));
    assert!(said(untrained(Some(day))).ends_with("behöver gå ”Introduktion” igen, senast den 1 maj 2020."));
    assert!(said(vec![Bar::Left { last: day }]).contains("har bara uppdrag som har gått ut, det sista 1 maj 2020"));
    assert!(said(vec![Bar::Holds]).contains("har redan uppdraget"));
}

fn proposal(vacant: u32, filled: usize) -> ProposalView {
    let row = ProposalRow {
        unit: unit("Eken"),
        person: person("Bo"),
        works_at: unit("BUF"),
        holds: 1,
        given: 1,
        post: OpenPost::default(),
    };
    ProposalView {
        unit: unit("BUF"),
        role: representative(),
        vacant,
        beyond: 0,
        people: 3,
        at_most: Some(3),
        rules: vec![intro()],
        rows: vec![row; filled],
        rest: vec![],
    }
}

#[test]
fn a_proposal_says_how_many_posts_it_fills() {
    let said = |vacant, filled, language| {
        let Sentence { before, stress, after } = verdict(&proposal(vacant, filled), language);
        format!("{before}{stress}{after}")
    };
    assert_eq!(said(0, 0, Swedish), "Inget uppdrag som säkerhetsombud är vakant på BUF.");
    assert_eq!(said(1, 1, Swedish), "Det vakanta uppdraget som säkerhetsombud på BUF kan tillsättas.");
    assert_eq!(said(1, 0, Swedish), "Det vakanta uppdraget som säkerhetsombud på BUF kan inte tillsättas nu.");
    assert_eq!(said(4, 4, English), "All vacant posts of security representative at BUF can be filled.");
    assert_eq!(said(4, 1, Swedish), "Ett av fyra vakanta uppdrag som säkerhetsombud på BUF kan tillsättas.");
    assert_eq!(said(4, 0, English), "None of four vacant posts of security representative at BUF can be filled now.");
}

#[test]
fn a_post_that_stays_vacant_says_why() {
    let of = proposal(1, 1);
    let row = RestRow {
        unit: unit("Eken"),
        vacant: 1,
        people: 4,
        left: 1,
        full: 1,
        untrained: 2,
        first_untrained: vec![person("Bo"), person("Ada")],
    };
    assert_eq!(
        rest_why(&row, &of, Swedish),
        "En har redan så många uppdrag som är tillåtet, med förslaget inräknat. Först efter Introduktion: Bo och Ada. \
         En har bara uppdrag som har gått ut."
    );
    let nobody = RestRow { people: 0, left: 0, full: 0, untrained: 0, first_untrained: vec![], ..row };
    assert_eq!(rest_why(&nobody, &of, English), "Nobody in the file works there or at the units above.");
    assert_eq!(super::row(&of.rows[0], &of, Swedish), "Arbetar på BUF; får uppdrag på två enheter, högst tre tillåts");
}
