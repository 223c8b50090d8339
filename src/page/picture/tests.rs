use super::svg::{SvgCaption, write};
use super::*;
use crate::engine::lens::RiskFilter;
use crate::engine::view::PictureView;
use crate::engine::{Engine, Reply, Request};
use crate::organisation::value::Language;

const EXAMPLE: &str = include_str!("../../../public/example.json");
const DETAILS: [Detail; 3] = [Detail::Counts, Detail::Bubbles, Detail::Names];
const ROOMS: [Pixels; 4] = [288.0, 480.0, 720.0, 1100.0];

fn picture(text: &str, filter: RiskFilter) -> PictureView {
    let mut engine = Engine::default();
    engine.open("fil.json".into(), text.into(), &mut |_| ()).expect("it can be read");
    let on = "2026-11-22".parse().expect("a day");
    match engine.handle(&Request::Picture { on, filter }) {
        Reply::Picture(picture) => *picture,
        other => panic!("{other:?}"),
    }
}

fn example() -> PictureView {
    picture(EXAMPLE, RiskFilter::default())
}

fn notes() -> Vec<String> {
    vec!["Matrisen ordnar risker. Den är inte underlag för att fördela resurser.".into(), "a".repeat(64)]
}

/// Every picture of the example: of each kind, at each width, in both languages.
fn each(mut check: impl FnMut(&PictureView, &PictureLayout, Detail)) {
    let picture = example();
    for detail in DETAILS {
        for room in ROOMS {
            for language in Language::ALL {
                check(&picture, &scene(&picture, None, detail, room, &notes(), *language), detail);
            }
        }
    }
}

/// Everything that is drawn, at its place in the picture.
fn drawn(drawing: &PictureLayout) -> Vec<(Point, &DrawnShape)> {
    let origin = Point { x: 0.0, y: 0.0 };
    let back = drawing.back.iter().map(|shape| (origin, shape));
    let arrows = drawing.arrows.iter().flat_map(|(_, shapes)| shapes).map(|shape| (origin, shape));
    let seats = drawing.seats.iter().flat_map(|seat| seat.shapes.iter().map(|shape| (seat.at, shape)));
    let doors = drawing.doors.iter().flat_map(|door| &door.shapes).map(|shape| (origin, shape));
    back.chain(arrows).chain(seats).chain(doors).collect()
}

fn cells(drawing: &PictureLayout) -> Vec<Rect> {
    let big = |shape: &DrawnShape| match shape {
        DrawnShape::Hatch { at, .. } if at.height > 40.0 => Some(*at),
        _ => None,
    };
    drawing.back.iter().filter_map(big).collect()
}

fn holds(outer: Rect, inner: Rect) -> bool {
    const SLACK: Pixels = 0.01;
    inner.x >= outer.x - SLACK
        && inner.y >= outer.y - SLACK
        && inner.x + inner.width <= outer.x + outer.width + SLACK
        && inner.y + inner.height <= outer.y + outer.height + SLACK
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

fn room_of(seat: &PlacedRisk) -> Rect {
    Rect { x: seat.at.x + seat.room.x, y: seat.at.y + seat.room.y, ..seat.room }
}

#[test]
fn every_text_is_inside_the_picture() {
    each(|_, drawing, _| {
        for (origin, shape) in drawn(drawing) {
            let DrawnShape::Text { at, size, anchor, text, bold, .. } = shape else { continue };
            let wide = fit::width(text, *size);
            let left = origin.x
                + at.x
                + match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => -wide / 2.0,
                    Anchor::End => -wide,
                };
            let slack = if *bold { wide * 0.02 } else { 0.01 };
            assert!(left >= -slack && left + wide <= drawing.width + slack, "{text:?} at {left} in {}", drawing.width);
            assert!(origin.y + at.y <= drawing.height, "{text:?} below {}", drawing.height);
        }
    });
}

#[test]
fn every_risk_is_drawn_once_in_its_own_cell() {
    each(|picture, drawing, detail| {
        let cells = cells(drawing);
        assert_eq!(cells.len(), 25);
        if detail == Detail::Counts {
            assert!(drawing.seats.is_empty());
            return;
        }
        let mut drawn: Vec<usize> = drawing.seats.iter().map(|seat| seat.spot).collect();
        drawn.sort_unstable();
        assert_eq!(drawn, (0..picture.spots.len()).collect::<Vec<_>>());
        for seat in &drawing.seats {
            let (likelihood, consequence) = picture.spots[seat.spot].cell;
            let cell = cells[usize::from(likelihood - 1) * 5 + usize::from(consequence - 1)];
            assert!(holds(cell, room_of(seat)), "{:?} in {cell:?}", room_of(seat));
        }
    });
}

#[test]
fn nothing_that_is_pressed_lies_over_another_or_is_too_small() {
    each(|_, drawing, _| {
        let rooms: Vec<Rect> =
            drawing.seats.iter().map(room_of).chain(drawing.doors.iter().map(|door| door.room)).collect();
        for (place, room) in rooms.iter().enumerate() {
            assert!(room.width >= 24.0 && room.height >= 24.0, "{room:?}");
            for other in &rooms[..place] {
                assert!(!overlap(*room, *other), "{room:?} and {other:?}");
            }
        }
    });
}

#[test]
fn counts_add_up_to_what_is_in_the_matrix() {
    let picture = example();
    let drawing = scene(&picture, None, Detail::Counts, 720.0, &notes(), Language::Swedish);
    let said = drawing.doors.iter().flat_map(|door| &door.shapes).filter_map(|shape| match shape {
        DrawnShape::Text { text, .. } => text.parse::<u32>().ok(),
        _ => None,
    });
    assert_eq!(said.sum::<u32>(), picture.matrix.placed);
}

#[test]
fn the_caution_is_in_every_picture() {
    each(|_, drawing, _| {
        let heavy = drawing.back.iter().filter_map(|shape| match shape {
            DrawnShape::Text { bold: true, text, .. } => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(heavy.collect::<Vec<_>>().join(" "), notes()[0]);
    });
}

#[test]
fn an_arrow_leads_to_where_a_risk_stands_now_and_on_to_its_target() {
    let picture = example();
    let drawing = scene(&picture, None, Detail::Bubbles, 720.0, &notes(), Language::Swedish);
    let goes: Vec<usize> = (0..picture.spots.len())
        .filter(|spot| {
            let spot = &picture.spots[*spot];
            spot.current.is_some() || spot.target.is_some()
        })
        .collect();
    assert!(goes.len() > 3, "the example has risks that move");
    assert_eq!(drawing.arrows.iter().map(|(spot, _)| *spot).collect::<Vec<_>>(), goes);
}

#[test]
fn risks_beyond_a_dozen_in_a_cell_are_counted_and_lead_on() {
    let risks: Vec<String> = (0..30)
        .map(|n| format!(r#"{{"id": "r{n:02}", "title": "Risk {n}", "likelihood": 2, "consequence": {{"dead": 2}}}}"#))
        .collect();
    let picture = picture(&format!(r#"{{"format": 1, "risks": [{}]}}"#, risks.join(",")), RiskFilter::default());
    assert_eq!((picture.spots.len(), picture.matrix.placed), (12, 30));
    let drawing = scene(&picture, None, Detail::Names, 720.0, &notes(), Language::Swedish);
    assert_eq!(drawing.doors.len(), 1);
    assert_eq!(drawing.doors[0].cell, (2, 2));
    assert!(matches!(&drawing.doors[0].shapes[0], DrawnShape::Text { text, .. } if text == "+18"));
}

#[test]
fn by_one_dimension_a_risk_is_where_that_one_has_it() {
    let file = r#"{"format": 1, "risks": [
        {"id": "a", "title": "A", "scenario": "skyfall", "likelihood": 3, "consequence": {"dead": 1, "economy": 4}},
        {"id": "b", "title": "B", "likelihood": 3, "consequence": {"economy": 2}}]}"#;
    let of = |dimension: &str| picture(file, RiskFilter { dimension: Some(dimension.into()), ..RiskFilter::default() });
    let by_dead = of("dead");
    assert_eq!(by_dead.spots.iter().map(|spot| spot.cell).collect::<Vec<_>>(), [(3, 1)]);
    assert_eq!((by_dead.matrix.placed, by_dead.unstated), (1, 1), "what is not judged for it is told");
    assert_eq!(picture(file, RiskFilter::default()).spots[0].cell, (3, 4), "else the worst decides");
    assert_eq!(of("nowhere").dimension, None, "a dimension that there is not is none");
    let kind = RiskFilter { scenario: Some("a".into()), ..RiskFilter::default() };
    assert_eq!(picture(file, kind).spots.len(), 1);
}

#[test]
fn a_name_is_broken_and_cut_to_fit() {
    let lines = |text, room, most| fit::lines(text, 10.0, room, most);
    assert_eq!(lines("Långt elavbrott i hela kommunen", 100.0, 9), ["Långt elavbrott i", "hela kommunen"]);
    let cut = lines("Långt elavbrott i hela kommunen", 90.0, 1).concat();
    assert!(cut.starts_with("Långt elav") && cut.ends_with('…') && fit::width(&cut, 10.0) <= 90.0, "{cut}");
    let broken = lines("Dricksvattenavbrott", 60.0, 9);
    assert!(broken.len() > 1 && broken[0].ends_with('-'), "{broken:?}");
    assert_eq!(broken.concat().replace('-', ""), "Dricksvattenavbrott");
    assert!(lines("", 60.0, 9).is_empty());
    assert_eq!(lines("WWW", 1.0, 9).len(), 3, "there is always an end");
}

#[test]
fn the_file_is_whole_and_safe_whatever_a_title_says() {
    let text = r#"{"format": 1, "risks": [{"id": "r", "title": "<script>&\"\u0007", "likelihood": 2, "consequence": {"dead": 2}}]}"#;
    let picture = picture(text, RiskFilter::default());
    let drawing = scene(&picture, None, Detail::Names, 720.0, &notes(), Language::Swedish);
    let said = SvgCaption { title: "A & B".into(), description: "<b>".into(), language: Language::Swedish };
    let file = write(&drawing, &said, &|token| format!("rgb({})", token.name().len()));
    assert!(file.contains("&lt;script&gt;&amp;&quot;"));
    for foreign in ["<script", "<b>", "\u{7}", "var(", "href", "style", "url("] {
        assert!(!file.contains(foreign), "{foreign}");
    }
    for there in ["<title>A &amp; B</title>", "font-family=\"sans-serif\"", "fördela resurser", &"a".repeat(64)] {
        assert!(file.contains(there), "{there}");
    }
    assert_eq!(file.matches("<g ").count(), file.matches("</g>").count());
}

#[test]
fn numbers_are_written_to_a_tenth() {
    let written: Vec<_> = [0.0, 12.34, -0.04, -3.26, 7.98].into_iter().map(tenth).collect();
    assert_eq!(written, ["0", "12.3", "0", "-3.3", "8"]);
}

#[test]
fn beside_another_picture_rows_are_as_high_as_there() {
    let full = example();
    let mut bare = full.clone();
    bare.spots.clear();
    bare.matrix.cells.iter_mut().flatten().for_each(|count| *count = 0);
    let rows = |of: &PictureView, beside| {
        let drawing = scene(of, beside, Detail::Names, 720.0, &notes(), Language::Swedish);
        cells(&drawing).into_iter().map(|cell| (tenth(cell.y), tenth(cell.height))).collect::<Vec<_>>()
    };
    assert_ne!(rows(&bare, None), rows(&full, None));
    assert_eq!(rows(&bare, Some(&full)), rows(&full, Some(&bare)));
    assert_eq!(rows(&full, Some(&bare)), rows(&full, None));
}
