//! Shapes of a picture as elements, and the patterns that they are filled with.

use leptos::prelude::*;

use crate::page::picture::{Anchor, DrawnShape, Paint, Token, tenth};

/// The patterns of the classes, denser the worse, for paper and forced colours.
pub(super) fn patterns(name: &'static str) -> impl IntoView {
    let pattern = |(shade, d): (u8, &'static str)| {
        view! {
            <pattern id=format!("{name}-hatch-{shade}") width="8" height="8" patternUnits="userSpaceOnUse">
                <path d=d fill="none" stroke="currentColor" stroke-width="1"></path>
            </pattern>
        }
    };
    let all = [
        (2, "M0 8h.01M4 4h.01"),
        (3, "M-2 2L2 -2M0 8L8 0M6 10L10 6"),
        (4, "M-2 2L2 -2M0 8L8 0M6 10L10 6M-2 6L2 10M0 0L8 8M6 -2L10 2"),
        (5, "M0 2h8M0 4h8M0 6h8M0 8h8M2 0v8M4 0v8M6 0v8M8 0v8"),
    ];
    view! { <defs>{all.map(pattern)}</defs> }
}

/// Shapes as elements, which are filled with the patterns of a name.
pub(super) fn shapes(all: &[DrawnShape], name: &'static str) -> Vec<AnyView> {
    all.iter().map(|shape| drawn(shape, name)).collect()
}

/// One shape as an element.
fn drawn(shape: &DrawnShape, name: &'static str) -> AnyView {
    let var = |token: Token| format!("var({})", token.name());
    let paint = |paint: &Paint| {
        let fill = paint.fill.map_or_else(|| "none".to_owned(), var);
        let (stroke, wide) = paint.stroke.map(|(token, wide)| (var(token), tenth(wide))).unzip();
        (fill, stroke, wide, (paint.dash > 0.0).then(|| tenth(paint.dash)))
    };
    match shape {
        DrawnShape::Rect { at, radius, paint: painted } => {
            let (fill, stroke, wide, dash) = paint(painted);
            view! {
                <rect x=tenth(at.x) y=tenth(at.y) width=tenth(at.width) height=tenth(at.height) rx=tenth(*radius)
                    fill=fill stroke=stroke stroke-width=wide stroke-dasharray=dash></rect>
            }
            .into_any()
        }
        DrawnShape::Hatch { shade: 1, .. } => ().into_any(),
        DrawnShape::Hatch { at, shade } => view! {
            <rect class="picture-hatch" x=tenth(at.x) y=tenth(at.y) width=tenth(at.width) height=tenth(at.height) rx="6"
                fill=format!("url(#{name}-hatch-{shade})")></rect>
        }
        .into_any(),
        DrawnShape::Circle { at, radius, paint: painted } => {
            let (fill, stroke, wide, dash) = paint(painted);
            view! {
                <circle cx=tenth(at.x) cy=tenth(at.y) r=tenth(*radius)
                    fill=fill stroke=stroke stroke-width=wide stroke-dasharray=dash></circle>
            }
            .into_any()
        }
        DrawnShape::Path { d, paint: painted } => {
            let (fill, stroke, wide, dash) = paint(painted);
            view! { <path d=d.clone() fill=fill stroke=stroke stroke-width=wide stroke-dasharray=dash></path> }
                .into_any()
        }
        DrawnShape::Text { at, size, bold, anchor, colour, text } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            view! {
                <text x=tenth(at.x) y=tenth(at.y) font-size=tenth(*size) font-weight=bold.then_some("600")
                    text-anchor=anchor fill=var(*colour)>{text.clone()}</text>
            }
            .into_any()
        }
    }
}
