//! The wheel: twelve sectors in five rings, drawn once for wide screens and once for narrow ones, each with letters of
//! a size that can be read there. Everything in it is in the list as well.

use chrono::Datelike;
use leptos::prelude::*;

use crate::engine::view::YearView;
use crate::organisation::value::{Date, Language};
use crate::text::numbers;
use crate::text::year as said;

/// How large it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// A wheel with the months written out beside it.
    Wide,
    /// A wheel as wide as a phone.
    Narrow,
}

/// Lengths in tenths of a pixel.
struct Lengths {
    /// Half of the drawing, across and down.
    half: (i32, i32),
    /// From the centre to the names of the months.
    names: i32,
    /// To the outer edge of the outermost ring.
    edge: i32,
    /// The breadth of a ring.
    ring: i32,
}

impl Size {
    const fn lengths(self) -> Lengths {
        match self {
            Self::Wide => Lengths { half: (4100, 3150), names: 2990, edge: 2800, ring: 390 },
            Self::Narrow => Lengths { half: (1800, 1800), names: 1650, edge: 1500, ring: 205 },
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Wide => "wheel wheel-wide",
            Self::Narrow => "wheel wheel-narrow",
        }
    }
}

/// The sines of 0° to 90° by 15°, in ten-thousandths: a wheel of twelve needs no others.
const SINES: [i32; 7] = [0, 2588, 5000, 7071, 8660, 9659, 10000];

/// The sine of so many times 15°.
fn sine(steps: i32) -> i32 {
    let steps = steps.rem_euclid(24);
    let quarter = |at: i32| SINES[usize::try_from(at).unwrap_or_default()];
    match steps {
        0..=6 => quarter(steps),
        7..=12 => quarter(12 - steps),
        13..=18 => -quarter(steps - 12),
        _ => -quarter(24 - steps),
    }
}

/// The point so far from the centre, so many times 15° clockwise from straight up.
fn point(radius: i32, steps: i32) -> (i32, i32) {
    (radius * sine(steps) / 10_000, -radius * sine(steps + 6) / 10_000)
}

/// The outline of a month's piece of a ring.
fn piece(month: i32, outer: i32, inner: i32) -> String {
    let [(ax, ay), (bx, by)] = [point(outer, 2 * month), point(outer, 2 * month + 2)];
    let [(cx, cy), (dx, dy)] = [point(inner, 2 * month + 2), point(inner, 2 * month)];
    format!("M{ax} {ay}A{outer} {outer} 0 0 1 {bx} {by}L{cx} {cy}A{inner} {inner} 0 0 0 {dx} {dy}Z")
}

/// The wheel. `chosen` is the month that is opened, from 1; `href` where each month leads.
pub(super) fn wheel(
    year: &YearView,
    size: Size,
    on: Date,
    chosen: Option<u32>,
    language: Language,
    href: &dyn Fn(u32) -> String,
) -> AnyView {
    let (across, down) = size.lengths().half;
    let view_box = format!("{} {} {} {}", -across, -down, 2 * across, 2 * down);
    let months = (0..year.months.len()).map(|at| sector(year, at, size, on, chosen, language, href)).collect_view();
    let total = numbers::integer(year.total.into(), language);
    view! {
        <svg class=size.class() viewBox=view_box role="group" aria-label=said::wheel(language)>
            {months}
            <text class="wheel-total" aria-hidden="true">{total}</text>
            <text class="wheel-unit" aria-hidden="true" dy="1.6em">{said::in_all(language)}</text>
        </svg>
    }
    .into_any()
}

/// A month: its name and its piece of every ring, leading to the month in the list. The group tells `view!` that the
/// link is one of a drawing: HTML has links too, and those are not drawn.
fn sector(
    year: &YearView,
    at: usize,
    size: Size,
    on: Date,
    chosen: Option<u32>,
    language: Language,
    href: &dyn Fn(u32) -> String,
) -> AnyView {
    let lengths = size.lengths();
    let place = i32::try_from(at).unwrap_or_default();
    let (first, month) = (said::month_at(year, at), &year.months[at]);
    let is_now = (first.year(), first.month()) == (on.year(), on.month());
    let (x, y) = point(lengths.names, 2 * place + 1);
    let name = match size {
        Size::Wide => numbers::month(first, language),
        Size::Narrow => numbers::short_month(first, language),
    };
    let anchor = match (size, sine(2 * place + 1)) {
        (Size::Narrow, _) | (_, -3000..=3000) => "middle",
        (_, 3001..) => "start",
        _ => "end",
    };
    let cells = said::RINGS.iter().zip(0..).map(|((kinds, _), ring)| {
        let outer = lengths.edge - ring * lengths.ring;
        let inner = outer - lengths.ring;
        let count = said::count(month, kinds);
        let fill = match count {
            0 => "cell",
            1..=9 => "cell cell-some",
            _ => "cell cell-many",
        };
        let (x, y) = point(outer - lengths.ring / 2, 2 * place + 1);
        let number = (count > 0).then(|| {
            let class = if count > 9 { "cell-number cell-number-many" } else { "cell-number" };
            view! { <text class=class x=x y=y>{numbers::integer(count.into(), language)}</text> }
        });
        view! { <path class=fill d=piece(place, outer, inner)></path> {number} }
    });
    let inner = lengths.edge - 5 * lengths.ring;
    view! {
        <g>
            <a
                class="sector"
                class:sector-now=is_now
                href=href(first.month())
                aria-label=said::month_said(year, at, language)
                aria-current=(chosen == Some(first.month())).then_some("true")
            >
                {cells.collect_view()} <path class="sector-edge" d=piece(place, lengths.edge, inner)></path>
                <text class="month-name" x=x y=y text-anchor=anchor>{name}</text>
            </a>
        </g>
    }
    .into_any()
}

/// A small wheel in which one ring stands out, the outermost 0.
pub(super) fn ring_sign(ring: usize) -> AnyView {
    let circles = (0..said::RINGS.len()).map(|at| {
        let radius = (13 - 2 * at).to_string();
        let class = if at == ring { "ring-mark ring-this" } else { "ring-mark" };
        view! { <circle class=class r=radius></circle> }
    });
    view! { <svg class="ring-sign" viewBox="-15 -15 30 30" aria-hidden="true">{circles.collect_view()}</svg> }
        .into_any()
}
