//! Risks in words: none, one and several, shared places, advice.

use super::*;
use crate::engine::view::{MovedView, PositionView};
use crate::organisation::value::Label;
use Language::{English, Swedish};

fn class_view(index: u8, name: &str, letter: &str) -> ClassView {
    ClassView { id: name.into(), name: Label::plain(name), letter: letter.into(), demands: None, index, of: 2 }
}

fn matrix(cells: [[u32; 2]; 1], beside: [u32; 3]) -> MatrixView {
    MatrixView {
        id: "m".into(),
        name: None,
        likelihood_name: None,
        likelihood: vec![],
        consequence: vec![],
        dimensions: vec![],
        classes: vec![class_view(0, "låg", "L"), class_view(1, "hög", "H")],
        grid: vec![vec![0, 1]],
        placed: cells.iter().flatten().sum(),
        cells: cells.map(Vec::from).into(),
        beside,
        advice: vec![],
    }
}

/// A page of risks of which the first is in a class, or beside the matrix, with so many in that class.
fn page(matrix: MatrixView, total: u32, first: Option<(u8, &str, u32)>) -> RiskPage {
    let row = RiskRow {
        id: "r".into(),
        title: Label::plain("Risk"),
        units: vec![],
        beside: first.is_none().then_some(Unplaced::NotRated),
        number: None,
        rank: first.map(|_| 1),
        ties: 0,
        class: first.map(|(index, name, _)| class_view(index, name, "K")),
        class_range: None,
        likelihood: None,
        consequence: None,
        decided_by: None,
        uncertainty: None,
    };
    RiskPage {
        matrix: Some(matrix),
        total,
        rows: if total > 0 { vec![row] } else { vec![] },
        in_first_class: first.map_or(0, |(_, _, number)| number),
    }
}

fn said(page: &RiskPage, elsewhere: Option<u32>, language: Language) -> String {
    let Sentence { before, stress, after } = verdict(page, elsewhere, language);
    format!("{before}{stress}{after}")
}

#[test]
fn a_risk_that_stands_worse_than_it_is_assessed_is_told_and_no_other() {
    let level = || LevelView { level: 1, name: Label::plain("låg"), up_to: None, unit: None, description: None };
    let at = |index| PositionView {
        likelihood: (level(), level()),
        cell: (1, 1),
        class: class_view(index, "klass", "K"),
        decided_by: Label::plain("döda"),
        loss: Vec::new(),
    };
    let now = |index| MovedView { at: at(index), stated: true, by: Vec::new(), otherwise: None };
    let movement =
        |assessed, current| Movement { inherent: Some(at(assessed)), current: Some(now(current)), target: None };
    assert!(worse_now(&movement(0, 1), Swedish).is_some_and(|said| said.contains("men står nu i")));
    assert_eq!(worse_now(&movement(1, 1), Swedish), None);
    assert_eq!(worse_now(&movement(1, 0), English), None);
}

#[test]
fn the_reasons_that_no_longer_fit_are_named() {
    let said = reasons_left(&["sannolikheten".to_owned(), "döda".to_owned()], Swedish);
    assert!(said.contains("Motiveringen till sannolikheten och döda skrevs för den gamla nivån"), "{said}");
}

#[test]
fn the_verdict_counts_the_class_of_the_risk_that_comes_first() {
    let said = |cells, total, first, language| said(&page(matrix(cells, [0; 3]), total, first), None, language);
    assert_eq!(said([[3, 1]], 4, Some((1, "hög", 1)), Swedish), "En risk är i klassen hög.");
    assert_eq!(said([[3, 2]], 5, Some((1, "hög", 2)), English), "Two risks are in the class hög.");
    assert_eq!(said([[3, 0]], 3, Some((0, "låg", 3)), Swedish), "Tre risker i matrisen, alla i klassen låg.");
    assert_eq!(said([[0, 0]], 1, None, Swedish), "Ingen risk är placerad i matrisen.");
    assert_eq!(said([[0, 0]], 0, None, English), "The file has no risks.");
    // That risk is judged by another matrix than the one that is shown.
    assert_eq!(said([[3, 1]], 6, Some((2, "orimlig", 2)), Swedish), "Två risker är i klassen orimlig.");
    assert_eq!(said([[0, 0]], 2, Some((0, "ringa", 2)), Swedish), "Två risker är i klassen ringa.");
}

#[test]
fn risks_beside_the_matrix_are_said_in_number() {
    assert_eq!(after_verdict(&matrix([[1, 0]], [1, 0, 0]), None, English), "One risk stands outside the matrix.");
    assert_eq!(after_verdict(&matrix([[1, 0]], [1, 1, 0]), None, Swedish), "Två risker står utanför matrisen.");
    assert_eq!(after_verdict(&matrix([[1, 0]], [0; 3]), None, Swedish), "");
    let some = matrix([[1, 0]], [0, 0, 2]);
    assert_eq!(placed(&some, Swedish), "1\u{a0}risk är i matrisen, 2 utanför.");
    assert_eq!(elsewhere(&some, 3, Swedish), None);
    assert_eq!(elsewhere(&some, 4, English).unwrap(), "One risk is assessed by another matrix.");
}

#[test]
fn shared_places_are_said() {
    assert_eq!(rank(3, 0, Swedish), "3");
    assert_eq!(rank(3, 1, Swedish), "delad 3:e");
    assert_eq!(rank(22, 1, Swedish), "delad 22:a");
    assert_eq!(rank(23, 4, Swedish), "delad 23:e");
    assert_eq!(rank(3, 1, English), "joint 3");
}

#[test]
fn advice_names_the_cells_where_it_is_seen() {
    let seen = MatrixAdvice { kind: AdviceKind::NotMonotone, cells: vec![[2, 3], [4, 1]] };
    assert!(advice(&seen, Swedish).ends_with("(sannolikhet–konsekvens 2–3 och 4–1)"));
    assert!(!advice(&MatrixAdvice { kind: AdviceKind::UnusedClass, cells: vec![] }, English).contains('('));
}

#[test]
fn a_part_without_risks_says_how_many_the_file_has() {
    let of_part = said(&page(matrix([[0, 0]], [0; 3]), 0, None), Some(44), Swedish);
    assert_eq!(of_part, "Den här delen har inga risker; filen har 44 risker.");
}

#[test]
fn what_stands_after_every_dimension_is_said_once() {
    let names = |all: &[&str]| all.iter().map(Label::plain).collect::<Vec<_>>();
    let local = names(&["Liv (lokal skala)", "Ekonomi (lokal skala)", "Miljö (lokal skala)"]);
    assert_eq!(axis(&local, Swedish), "Konsekvens (lokal skala): Liv, Ekonomi och Miljö");
    assert_eq!(axis(&names(&["Liv (lokal skala)", "Ekonomi"]), Swedish), "Konsekvens: Liv (lokal skala) och Ekonomi");
    assert_eq!(axis(&names(&["Life (local)"]), English), "Consequence: Life (local)");
}
