//! What stands by a picture: its risks in words, and the ways to save it.

use leptos::html;
use leptos::prelude::*;

use super::{DrawnPicture, Shown};
use crate::browser::canvas::colour;
use crate::browser::{files, picture as browser};
use crate::engine::view::RiskSpot;
use crate::organisation::value::Language;
use crate::page::parts::{ClassMark, Empty};
use crate::page::picture::svg::{self, SvgCaption};
use crate::page::picture::{Token, class_at};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::picture as words;

/// Pixels of a saved picture for each of the page.
const FINE: f64 = 2.0;

/// The risks one by one: in words, or by number and name as the key of the bubbles.
pub(super) fn list(session: Session, shown: &Shown, is_key: bool, language: Language) -> AnyView {
    let Shown { picture, leads, .. } = shown;
    if picture.spots.is_empty() {
        return view! { <Empty text=words::empty(language)/> }.into_any();
    }
    let item = |spot: &RiskSpot| {
        let title = spot.title.say(language).to_owned();
        let id = spot.id.clone();
        let named = if leads.is_some() {
            view! { <a href=move || session.href(Route::Risk { id: id.clone() })>{title}</a> }.into_any()
        } else {
            title.into_any()
        };
        let said = (!is_key).then(|| {
            let class = class_at(picture, spot.cell).cloned();
            view! {
                {class.map(|class| view! { <ClassMark class language/> })}
                <span class="muted">{words::place(spot, &picture.matrix, language)}</span>
            }
        });
        view! {
            <li>
                <span class="picture-number">{spot.number.to_string()}</span>
                <span class="picture-what">{named} {said}</span>
            </li>
        }
    };
    let items = picture.spots.iter().map(item).collect_view();
    let class = if is_key { "picture-key" } else { "picture-list" };
    let notes = (!is_key).then(|| {
        let notes = words::notes(picture, (&shown.hash, shown.on), language);
        notes.into_iter().map(|note| view! { <p class="caution">{note}</p> }).collect_view()
    });
    view! { <ol class=class role="list" aria-label=words::key(language)>{items}</ol> {notes} }.into_any()
}

/// Saves the picture.
#[component]
pub(super) fn Save(
    /// The picture that is drawn.
    drawn: Memo<Option<DrawnPicture>>,
    /// Where its colours are looked up.
    frame: NodeRef<html::Div>,
) -> impl IntoView {
    let session = Session::current();
    let failed = RwSignal::new(false);
    let file = move || {
        let (DrawnPicture { shown, drawing, language }, element) = (drawn.get_untracked()?, frame.get_untracked()?);
        let colours = Token::ALL.map(|token| (token, colour(&element, token.name())));
        let of = move |token| {
            colours.iter().find(|(known, _)| *known == token).map(|(_, it)| it.clone()).unwrap_or_default()
        };
        let title = words::title(&shown.picture, &shown.whose, language);
        let said = SvgCaption { title, description: words::description(&shown.picture, language), language };
        Some((svg::write(&drawing, &said, &of), svg::size(&drawing), words::file_name(shown.on, language)))
    };
    let as_svg = move |_| {
        if let Some((svg, _, name)) = file() {
            files::save(&format!("{name}.svg"), "image/svg+xml", &svg);
        }
    };
    let as_png = move |_| {
        failed.set(false);
        if let Some((svg, (width, height), name)) = file() {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture is of some size")]
            let pixels = ((width * FINE).ceil() as u32, (height * FINE).ceil() as u32);
            browser::save_png(format!("{name}.png"), &svg, pixels, move || {
                let _ = failed.try_set(true);
            });
        }
    };
    view! {
        <p class="actions no-print">
            <button type="button" class="button button-small" on:click=as_svg>{move || words::save_svg(session.language())}</button>
            <button type="button" class="button button-small" on:click=as_png>{move || words::save_png(session.language())}</button>
        </p>
        <p class="caution" role="status" hidden=move || !failed.get()>{move || words::not_saved(session.language())}</p>
    }
}
