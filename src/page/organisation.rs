//! The organisation: its verdict, and the units as a tree or every workplace as a square of the map.

mod tree;

use leptos::prelude::*;

use self::tree::Tree;
use super::code::{Coming, Fetched, fetched};
use super::edit::{EditButton, OpenForm};
use super::map;
use super::parts::Hero;
use super::route::{PageKind, Route};
use super::session::{Session, use_answer, use_part, use_title};
use crate::draft::FieldValue;
use crate::engine::lens::Window;
use crate::engine::request::AskUnits;
use crate::engine::view::UnitRow as Row;
use crate::organisation::ListName;
use crate::organisation::unit::UnitKind;
use crate::text::overview::Sentence;
use crate::text::{draft, numbers, pages, shell};

/// Units found that are shown at a time.
const STEP: u32 = 200;

fetched!(organisation, |_| view! { <Organisation /> }.into_any());

/// The page of the units, as a tree or as a map.
#[component]
fn Organisation() -> impl IntoView {
    let session = Session::current();
    let find = use_part(|route| match route {
        Route::Organisation { find } => Some(find),
        _ => None,
    });
    let as_map = use_part(|route| match route.kind() {
        PageKind::Map => Some(true),
        PageKind::Organisation => Some(false),
        _ => None,
    });
    use_title(move || {
        let language = session.language();
        if as_map.get() { shell::map(language) } else { pages::units_heading(language) }.to_owned()
    });
    let top = use_answer(move || units(session, None, String::new(), 1));
    let root = Memo::new(move |_| top.get().and_then(|page| page.rows.first().cloned()));
    let below = use_answer(move || units(session, root.get().map(|root: Row| root.unit.id), String::new(), STEP));
    let hero = move || {
        let language = session.language();
        let page = top.get()?;
        let below = below.get().map(|page| page.rows.clone()).unwrap_or_default();
        let over = numbers::date(session.on(), language);
        Some(match page.rows.first() {
            Some(root) => {
                let after = pages::organisation_after(root, &below, &page, language);
                let verdict = pages::organisation_verdict(root, &page, language);
                view! { <Hero over verdict after/> }
            }
            None => view! { <Hero over verdict=Sentence::plain(pages::no_units(language))/> },
        })
    };
    // On another site the map stands alone, with a verdict of its own.
    let alone = move || session.is_embedded() && as_map.get();
    let code: fn() -> Coming = || Box::pin(map::code());
    let shown = move || {
        if as_map.get() {
            view! { <Fetched code route=PageKind::Map.route() quiet=true/> }.into_any()
        } else {
            view! { <div class="grid"><Tree find/></div> }.into_any()
        }
    };
    view! {
        {move || (!alone()).then_some(hero)}
        {(!session.is_embedded()).then(|| view! { <Ways as_map/> })}
        {shown}
    }
}

/// The two ways to see the units, and what is added to them.
#[component]
fn Ways(
    /// Whether they are seen as a map.
    as_map: Signal<bool>,
) -> impl IntoView {
    let session = Session::current();
    let way = move |is_map: bool| {
        let href = move || session.href(if is_map { PageKind::Map } else { PageKind::Organisation }.route());
        let said = move || if is_map { shell::map(session.language()) } else { pages::as_tree(session.language()) };
        let here = move || (as_map.get() == is_map).then_some("true");
        view! { <a class="chip" href=href aria-current=here>{said}</a> }
    };
    let add = move || {
        let language = session.language();
        let new = |label: &str, list, preset| view! { <EditButton label=label.to_owned() editing=OpenForm::New { list, preset }/> };
        // What the map shows are workplaces.
        let kind = as_map.get().then(|| ("kind".to_owned(), FieldValue::text(UnitKind::Workplace.word())));
        let unit = new(draft::new_unit(language), ListName::Units, kind.into_iter().collect());
        (unit, new(draft::new_person_named(language), ListName::People, Vec::new()))
    };
    view! {
        <div class="seen-as no-print">
            <nav aria-label=move || pages::seen_as(session.language())>{way(false)} {way(true)}</nav>
            <p class="actions">{add}</p>
        </div>
    }
}

fn units(session: Session, parent: Option<String>, find: String, count: u32) -> AskUnits {
    AskUnits { lens: session.lens(), parent, find, window: Window { from: 0, count } }
}
