//! The parts of a route that can change while its page is shown, as signals.

use leptos::prelude::*;

use super::Session;
use crate::page::route::Route;

/// A part of the route that can change while its page is shown; the last one stays when the reader has left it.
pub fn use_part<T>(of: fn(Route) -> Option<T>) -> Signal<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let session = Session::current();
    Memo::new(move |before: Option<&T>| of(session.route()).or_else(|| before.cloned()).unwrap_or_default()).into()
}

/// Two parts of the route at hand, as signals.
pub fn use_parts<T, U>(of: fn(Route) -> Option<(T, U)>) -> (Signal<T>, Signal<U>)
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
    U: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let both = use_part(of);
    (Memo::new(move |_| both.get().0).into(), Memo::new(move |_| both.get().1).into())
}
