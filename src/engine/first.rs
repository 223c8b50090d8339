//! The requests of the first view, answered apart from all others: in the browser the code of those is fetched when the
//! first of them comes.

use super::request::{Answer, First, ReplyBytes};
use super::view::{ForecastView, Overview, Summary, UnitRef};
use super::{Contents, Engine, OpenedText};
use crate::engine::look::{JudgedContext, ViewContext};
use crate::organisation::problem::Problems;
use crate::risk::Methods;

impl Engine {
    /// Answers a request of the first view, from its bytes to those of the reply; none where it is another, or where
    /// posts have been changed that the text does not say yet and the answer depends on the text.
    pub fn first(&mut self, request: &[u8]) -> Option<Vec<u8>> {
        self.ask_first(&postcard::from_bytes(request).ok()?)
    }

    /// What is open, in a few words, as the bytes of a reply; nothing where nothing is.
    pub fn summary(&mut self) -> Vec<u8> {
        self.ask_first(&First::Summary).unwrap_or_default()
    }

    fn ask_first(&mut self, request: &First) -> Option<Vec<u8>> {
        let open = self.open.as_mut()?;
        let bytes: ReplyBytes = open.with_dependent_mut(|source, contents| contents.first(source, request))?;
        Some(bytes.0)
    }
}

impl Contents<'_> {
    /// Answers a request of the first view; not where posts have been changed that the text does not say yet and the
    /// answer depends on the text.
    pub(super) fn first<R: Answer>(&mut self, source: &OpenedText, request: &First) -> Option<R> {
        self.prepare(request.lens(), request.months());
        let file = &self.file;
        let methods = Methods::new(&file.organisation, &source.text, &mut Problems::default());
        let look = ViewContext::new(file, &methods);
        let day = self.judged.as_ref().map(|judged| JudgedContext::new(look, judged));
        Some(match request {
            First::Summary => R::of(Summary::new(source, file, look)),
            First::Hash if !self.pending.is_empty() => return None,
            First::Hash => R::of(source.sha256().to_owned()),
            First::Overview { .. } => R::of(Overview::new(day?)),
            First::Forecast { rule, drops, .. } => {
                R::of(ForecastView::new(day?, &self.foreseen.as_ref()?.forecast, rule.as_deref(), *drops))
            }
            First::UnitName { id } => R::of_found(look.index.unit(id).map(|unit| UnitRef::new(look, unit))),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::lens::Lens;
    use crate::engine::{Engine, Request};

    const EXAMPLE: &str = include_str!("../../public/example.json");

    #[test]
    fn what_the_first_view_asks_is_answered_alike_by_itself() {
        let mut engine = Engine::default();
        engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
        let on = "2026-11-22".parse().expect("a day");
        let narrow = Lens { on, within: Some("buf".into()) };
        let requests = [
            Request::Summary,
            Request::Hash,
            Request::Overview { lens: Lens::whole(on) },
            Request::Overview { lens: narrow.clone() },
            Request::Forecast { lens: Lens::whole(on), months: 12, rule: None, drops: 60 },
            Request::Forecast { lens: narrow, months: 3, rule: Some("representative-per-workplace".into()), drops: 60 },
            Request::UnitName { id: "buf".into() },
            Request::UnitName { id: "nowhere".into() },
        ];
        for request in requests {
            let bytes = postcard::to_allocvec(&request).expect("a request can be written");
            let whole = postcard::to_allocvec(&engine.handle(&request)).expect("a reply can be written");
            assert_eq!(engine.first(&bytes), Some(whole), "{request:?}");
        }
    }

    #[test]
    fn another_request_is_not_answered() {
        let mut engine = Engine::default();
        engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
        for request in [Request::Canonical, Request::Undo, Request::Scenarios] {
            let bytes = postcard::to_allocvec(&request).expect("a request can be written");
            assert_eq!(engine.first(&bytes), None, "{request:?}");
        }
    }
}
