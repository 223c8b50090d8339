//! The requests of pages that show what the file says on a day, answered apart from those that change it, import into it
//! or write it for others: in the browser the code of these lies in a file of its own, `engine-pages.wasm`.

use super::look::{JudgedContext, ViewContext};
use super::request::{Answer, PageRequest, ReplyBytes};
use super::view::{
    CardPage, CellPage, ContactPageView, CoordinatorPage, EditionsView, EventView, ExceptionRow, FallPage, FindingPage,
    FindingView, GroupPage, LeadsView, LeavingView, MapView, MeasurePage, PastView, PeoplePage, PersonPageView,
    PictureView, ProposalView, RemindersView, RepresentativePage, RiskPage, RiskView, RulesView, ScenarioRow,
    SearchView, SecurityUnitView, TabCounts, TrainingPage, UnitPage, UnitView, VulnerabilityPage, YearView,
};
use super::{Contents, Engine, OpenedText};
use crate::organisation::problem::Problems;
use crate::risk::Methods;

impl Engine {
    /// Answers a request of a page, from its bytes to those of the reply; nothing where they are no such request.
    pub fn page(&mut self, request: &[u8]) -> Vec<u8> {
        let Some(request) = PageRequest::read(request) else { return Vec::new() };
        let answer: ReplyBytes = match &mut self.open {
            Some(open) => open.with_dependent_mut(|source, contents| contents.page(source, &request)),
            None => ReplyBytes::nothing_open(),
        };
        answer.0
    }
}

impl Contents<'_> {
    /// Answers a request of a page.
    pub(super) fn page<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        self.prepare(request.lens(), request.months());
        if let PageRequest::Map { .. } | PageRequest::Cells { .. } = request {
            self.lay_out();
        }
        if let PageRequest::Rules { .. } = request {
            let Some(judged) = &self.judged else { return R::nothing_open() };
            return R::of(RulesView::new(&mut self.file, &judged.coverage));
        }
        if let PageRequest::Past { lens, rule } = request {
            let within = self.part(lens);
            return R::of(PastView::new(&mut self.file, lens.on, within, rule.as_deref()));
        }
        let file = &self.file;
        let methods = Methods::new(&file.organisation, &source.text, &mut Problems::default());
        let look = ViewContext::new(file, &methods);
        match request {
            PageRequest::Risks { filter, window } => R::of(RiskPage::new(look, filter, *window)),
            PageRequest::Picture { on, filter } => R::of_found(PictureView::new(look, filter, *on)),
            PageRequest::Editions { on, within, earlier, later, window } => {
                let which = (earlier.as_deref(), later.as_deref());
                R::of(EditionsView::new(file, which, (*on, within.as_deref()), *window))
            }
            PageRequest::Risk { id, on } => R::of_found(RiskView::new(look, id, *on)),
            PageRequest::Measures { lens, filter, window } => R::of(MeasurePage::new(look, lens, filter, *window)),
            PageRequest::Vulnerability { within, filter, window } => {
                R::of(VulnerabilityPage::new(look, within.as_deref(), filter, *window))
            }
            PageRequest::Scenarios => R::of(ScenarioRow::all(look)),
            request => match &self.judged {
                Some(judged) => self.of_day(source, JudgedContext::new(look, judged), request),
                None => R::nothing_open(),
            },
        }
    }

    /// Answers a request about the file as it is judged.
    fn of_day<R: Answer>(&self, source: &OpenedText, look: JudgedContext<'_>, request: &PageRequest) -> R {
        match request {
            PageRequest::Units { parent, find, window, .. } => {
                R::of_found(UnitPage::new(look, parent.as_deref(), find, *window))
            }
            PageRequest::Unit { id, .. } => R::of_found(UnitView::new(look, id)),
            PageRequest::Person { id, .. } => R::of_found(PersonPageView::new(look, id)),
            PageRequest::Reminders { of, days, .. } => R::of(RemindersView::new(look, *of, *days)),
            PageRequest::Leaving { id, last, .. } => R::of_found(LeavingView::new(look, id, *last)),
            PageRequest::People { find, window, .. } => R::of(PeoplePage::new(look, find, *window)),
            PageRequest::Search { find, most, .. } => R::of(SearchView::new(look, find, *most as usize)),
            PageRequest::Findings { filter, window, .. } => R::of(FindingPage::new(look, filter, *window)),
            PageRequest::Finding { id, .. } => R::of_found(FindingView::new(look, id)),
            PageRequest::Event { what, most, .. } => R::of_found(EventView::new(look, what, *most as usize)),
            PageRequest::Leads { lens } => R::of(LeadsView::new(look, &source.text, lens)),
            PageRequest::Tabs { .. } => R::of(TabCounts::new(look)),
            PageRequest::Group { .. } => R::of(GroupPage::new(look)),
            PageRequest::Training { filter, window, .. } => R::of(TrainingPage::new(look, filter, *window)),
            PageRequest::Year { from, .. } => R::of_found(YearView::new(look, *from)),
            PageRequest::Proposal { unit, role, .. } => R::of_found(ProposalView::new(look, unit, role)),
            PageRequest::Exceptions { .. } => R::of(ExceptionRow::all(*look, look.coverage)),
            PageRequest::Falls { days, rule, window, .. } => match &self.foreseen {
                Some(foreseen) => R::of(FallPage::new(look, &foreseen.forecast, *days, rule.as_deref(), *window)),
                None => R::not_found(),
            },
            PageRequest::SecurityUnit { .. } => R::of(SecurityUnitView::new(look)),
            PageRequest::Coordinators { window, .. } => R::of(CoordinatorPage::new(look, *window)),
            PageRequest::Representatives { filter, window, .. } => {
                R::of(RepresentativePage::new(look, filter, *window))
            }
            PageRequest::Cards { filter, window, .. } => R::of(CardPage::new(look, filter, *window)),
            PageRequest::ContactPage { .. } => R::of(ContactPageView::new(look)),
            PageRequest::Map { rule, .. } => match &self.atlas {
                Some(atlas) => R::of(MapView::new(look, atlas, rule.as_deref())),
                None => R::not_found(),
            },
            PageRequest::Cells { rule, filter, window, .. } => match &self.atlas {
                Some(atlas) => R::of(CellPage::new(look, atlas, rule.as_deref(), *filter, *window)),
                None => R::not_found(),
            },
            PageRequest::Rules { .. }
            | PageRequest::Past { .. }
            | PageRequest::Risks { .. }
            | PageRequest::Picture { .. }
            | PageRequest::Editions { .. }
            | PageRequest::Risk { .. }
            | PageRequest::Measures { .. }
            | PageRequest::Vulnerability { .. }
            | PageRequest::Scenarios => R::not_found(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::lens::Lens;
    use crate::engine::request::PageRequest;
    use crate::engine::{Engine, Request};

    const EXAMPLE: &str = include_str!("../../public/example.json");

    #[test]
    fn what_a_page_asks_is_answered_alike_by_itself() {
        let lens = Lens::whole("2026-11-22".parse().expect("a day"));
        let mut engine = Engine::default();
        let requests = [
            Request::Unit { lens: lens.clone(), id: "buf".into() },
            Request::Unit { lens: lens.clone(), id: "nowhere".into() },
            Request::Group { lens },
            Request::Scenarios,
        ];
        for is_open in [false, true] {
            if is_open {
                engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
            }
            for request in &requests {
                let bytes = postcard::to_allocvec(request).expect("a request can be written");
                assert!(PageRequest::is_one(&bytes));
                let whole = postcard::to_allocvec(&engine.handle(request)).expect("a reply can be written");
                assert_eq!(engine.page(&bytes), whole, "{request:?}");
            }
        }
    }

    #[test]
    fn another_request_is_none_of_a_page() {
        for request in [Request::Summary, Request::Canonical, Request::Undo] {
            let bytes = postcard::to_allocvec(&request).expect("a request can be written");
            assert!(!PageRequest::is_one(&bytes), "{request:?}");
            assert_eq!(Engine::default().page(&bytes), Vec::<u8>::new(), "{request:?}");
        }
    }
}
