//! From the route to the page that it names.

use leptos::prelude::*;

use super::about::About;
use super::coverage::Coverage;
use super::data::Data;
use super::finding::Finding;
use super::not_found::NotFound;
use super::organisation::Organisation;
use super::overview::Overview;
use super::risk::Risk;
use super::risks::Risks;
use super::route::Route;
use super::session::Session;
use super::unit::Unit;

/// The page of the route at hand. It is made anew for another page only, not for another part of the same.
#[component]
pub fn Page() -> impl IntoView {
    let session = Session::current();
    let changed = |before: Option<&Route>, now: Option<&Route>| match (before, now) {
        (Some(before), Some(now)) => !before.same_page(now),
        _ => true,
    };
    let page = Memo::new_with_compare(move |_| session.route(), changed);
    move || match page.get() {
        Route::Overview => view! { <Overview /> }.into_any(),
        Route::Organisation { .. } => {
            let find = part(|route| match route {
                Route::Organisation { find } => Some(find),
                _ => None,
            });
            view! { <Organisation find /> }.into_any()
        }
        Route::Unit { id } => view! { <Unit id /> }.into_any(),
        Route::Coverage { .. } => {
            let (filter, from) = parts(|route| match route {
                Route::Coverage { filter, from } => Some((filter, from)),
                _ => None,
            });
            view! { <Coverage filter from /> }.into_any()
        }
        Route::Finding { id } => view! { <Finding id /> }.into_any(),
        Route::Risks { .. } => {
            let (filter, from) = parts(|route| match route {
                Route::Risks { filter, from } => Some((filter, from)),
                _ => None,
            });
            view! { <Risks filter from /> }.into_any()
        }
        Route::Risk { id } => view! { <Risk id /> }.into_any(),
        Route::Data { .. } => {
            let from = part(|route| match route {
                Route::Data { from } => Some(from),
                _ => None,
            });
            view! { <Data from /> }.into_any()
        }
        Route::About => view! { <About /> }.into_any(),
        Route::NotFound => view! { <NotFound /> }.into_any(),
    }
}

/// A part of the route that can change while its page is shown; the last one stays when the reader has left it.
fn part<T>(of: fn(Route) -> Option<T>) -> Signal<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let session = Session::current();
    Memo::new(move |before: Option<&T>| of(session.route()).or_else(|| before.cloned()).unwrap_or_default()).into()
}

/// Two such parts.
fn parts<T, U>(of: fn(Route) -> Option<(T, U)>) -> (Signal<T>, Signal<U>)
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
    U: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let both = part(of);
    (Memo::new(move |_| both.get().0).into(), Memo::new(move |_| both.get().1).into())
}
