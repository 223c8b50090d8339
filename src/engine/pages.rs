//! The requests of pages that show what the file says, each answered apart from those that change it. In the browser the
//! code of each family lies in a file of its own, so that a page waits for no other's: `engine-units.wasm` and the like.

use super::look::{JudgedContext, ViewContext};
use super::request::{Answer, FamilyRequest, PageFamily, PageRequest, ReplyBytes, families};
use super::view::{
    AskableRow, CardPage, CellPage, ChoicePage, ChoiceQuery, ContactPageView, CoordinatorPage, EditionsView, EventView,
    ExceptionRow, FallPage, FindingPage, FindingView, GroupPage, ItemView, LeadsView, LeavingView, MapView,
    MeasurePage, MethodView, MethodsView, OwnHistoryView, PastView, PeoplePage, PersonPageView, PictureView,
    ProblemPage, ProposalView, RemindersView, ReportView, RepresentativePage, RiskPage, RiskView, RoundFile,
    RoundsView, RulesView, ScenarioRow, SearchView, SecurityUnitView, SharePage, TabCounts, TrainingPage, UnitPage,
    UnitView, VerificationView, VulnerabilityPage, YearView, vacancy,
};
use super::{Contents, Engine, OpenedText};
use crate::disclosure::extract;
use crate::exchange::Directory;
use crate::organisation::problem::Problems;
use crate::risk::Methods;
use crate::verdict;

/// What answers the requests of a family.
type FamilyAnswer = fn(&mut Contents<'_>, &OpenedText, &PageRequest) -> ReplyBytes;

/// Hands the families to a macro, each with the function that answers its requests and gives its file the name.
#[macro_export]
macro_rules! page_families {
    ($then:ident) => {
        $then! {
            Tabs by tabs,
            Leads by leads,
            Map by map,
            Units by units,
            People by people,
            Training by training,
            Coverage by coverage,
            Forecast by forecast,
            Risks by risks,
            Methods by methods,
            Vulnerability by vulnerability,
            Editions by editions,
            Event by event,
            Group by group,
            Search by search,
            Report by report,
            Items by items,
            Sharing by sharing,
            Rounds by rounds,
            Data by data,
        }
    };
}

/// What the families make of the engine.
macro_rules! families {
    ($( $family:ident by $answer:ident, )*) => {
        impl Engine {
            $(
                /// Answers a request of this family, from its bytes to those of the reply, without the code of any
                /// other: no bytes where they are none of a page; none where posts have been changed that the text does
                /// not say yet and the answer speaks of the text.
                pub fn $answer(&mut self, request: &[u8]) -> Option<Vec<u8>> {
                    self.page_of::<families::$family>(request, |contents, source, request| contents.$answer(source, request))
                }
            )*
        }

        impl Contents<'_> {
            /// Answers a request of a page.
            pub(super) fn page<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
                self.prepare(request.lens(), request.months());
                match request.family() {
                    $( PageFamily::$family => self.$answer(source, request), )*
                }
            }
        }
    };
}

page_families!(families);

impl Engine {
    fn page_of<F: FamilyRequest>(&mut self, request: &[u8], answer: FamilyAnswer) -> Option<Vec<u8>> {
        self.answer_page(PageRequest::read::<F>(request), answer)
    }

    fn answer_page(&mut self, request: Option<PageRequest>, answer: FamilyAnswer) -> Option<Vec<u8>> {
        let Some(request) = request else { return Some(Vec::new()) };
        let Some(open) = &mut self.open else { return Some(ReplyBytes::nothing_open().0) };
        let reply = open.with_dependent_mut(|source, contents| {
            if request.is_of_text() && !contents.pending.is_empty() {
                return None;
            }
            contents.prepare(request.lens(), request.months());
            Some(answer(contents, source, &request))
        });
        reply.map(|reply| reply.0)
    }
}

impl Contents<'_> {
    /// What the file says.
    fn of_file<R>(&self, source: &OpenedText, view: impl FnOnce(ViewContext<'_>) -> R) -> R {
        let methods = Methods::new(&self.file.organisation, &source.text, &mut Problems::default());
        view(ViewContext::new(&self.file, &methods))
    }

    /// What the file says as it is judged.
    fn of_day<R: Answer>(&self, source: &OpenedText, view: impl FnOnce(JudgedContext<'_>) -> R) -> R {
        let Some(judged) = &self.judged else { return R::nothing_open() };
        self.of_file(source, |look| view(JudgedContext::new(look, judged)))
    }

    fn tabs<R: Answer>(&mut self, source: &OpenedText, _: &PageRequest) -> R {
        self.of_day(source, |look| R::of(TabCounts::new(look)))
    }

    fn leads<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        let PageRequest::Leads { lens } = request else { return R::not_found() };
        self.of_day(source, |look| R::of(LeadsView::new(look, &source.text, lens)))
    }

    fn map<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        self.lay_out();
        let Some(atlas) = &self.atlas else { return R::nothing_open() };
        self.of_day(source, |look| match request {
            PageRequest::Map { rule, .. } => R::of(MapView::new(look, atlas, rule.as_deref())),
            PageRequest::Cells { rule, filter, window, .. } => {
                R::of(CellPage::new(look, atlas, rule.as_deref(), *filter, *window))
            }
            _ => R::not_found(),
        })
    }

    fn units<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        self.of_day(source, |look| match request {
            PageRequest::Units { parent, find, window, .. } => {
                R::of_found(UnitPage::new(look, parent.as_deref(), find, *window))
            }
            PageRequest::Unit { id, .. } => R::of_found(UnitView::new(look, id)),
            PageRequest::SecurityUnit { .. } => R::of(SecurityUnitView::new(look)),
            PageRequest::Coordinators { window, .. } => R::of(CoordinatorPage::new(look, *window)),
            PageRequest::Representatives { filter, window, .. } => {
                R::of(RepresentativePage::new(look, filter, *window))
            }
            PageRequest::Cards { filter, window, .. } => R::of(CardPage::new(look, filter, *window)),
            PageRequest::ContactPage { .. } => R::of(ContactPageView::new(look)),
            _ => R::not_found(),
        })
    }

    fn people<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        self.of_day(source, |look| match request {
            PageRequest::People { find, window, .. } => R::of(PeoplePage::new(look, find, *window)),
            PageRequest::Person { id, .. } => R::of_found(PersonPageView::new(look, id)),
            PageRequest::Leaving { id, last, .. } => R::of_found(LeavingView::new(look, id, *last)),
            PageRequest::Reminders { of, days, .. } => R::of(RemindersView::new(look, *of, *days)),
            _ => R::not_found(),
        })
    }

    fn training<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        self.of_day(source, |look| match request {
            PageRequest::Training { filter, window, .. } => R::of(TrainingPage::new(look, filter, *window)),
            PageRequest::Year { from, .. } => R::of_found(YearView::new(look, *from)),
            _ => R::not_found(),
        })
    }

    fn coverage<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        if let PageRequest::Rules { .. } = request {
            let Some(judged) = &self.judged else { return R::nothing_open() };
            return R::of(RulesView::new(&mut self.file, &judged.coverage));
        }
        self.of_day(source, |look| match request {
            PageRequest::Findings { filter, window, .. } => R::of(FindingPage::new(look, filter, *window)),
            PageRequest::Finding { id, .. } => R::of_found(FindingView::new(look, id)),
            PageRequest::Proposal { unit, role, .. } => R::of_found(ProposalView::new(look, unit, role)),
            PageRequest::Exceptions { .. } => R::of(ExceptionRow::all(*look, look.coverage)),
            _ => R::not_found(),
        })
    }

    fn forecast<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        if let PageRequest::Past { lens, rule } = request {
            let within = self.part(lens);
            return R::of(PastView::new(&mut self.file, lens.on, within, rule.as_deref()));
        }
        let Some(foreseen) = &self.foreseen else { return R::not_found() };
        self.of_day(source, |look| match request {
            PageRequest::Falls { days, rule, window, .. } => {
                R::of(FallPage::new(look, &foreseen.forecast, *days, rule.as_deref(), *window))
            }
            _ => R::not_found(),
        })
    }

    fn risks<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        self.of_file(source, |look| match request {
            PageRequest::Risks { filter, window } => R::of(RiskPage::new(look, filter, *window)),
            PageRequest::Picture { on, filter } => R::of_found(PictureView::new(look, filter, *on)),
            PageRequest::Risk { id, on } => R::of_found(RiskView::new(look, id, *on)),
            PageRequest::Measures { lens, filter, window } => R::of(MeasurePage::new(look, lens, filter, *window)),
            PageRequest::Scenarios => R::of(ScenarioRow::all(look)),
            _ => R::not_found(),
        })
    }

    fn methods<R: Answer>(&mut self, source: &OpenedText, _: &PageRequest) -> R {
        self.of_file(source, |look| R::of(MethodsView::new(look)))
    }

    fn vulnerability<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        let PageRequest::Vulnerability { within, filter, window } = request else { return R::not_found() };
        self.of_file(source, |look| R::of(VulnerabilityPage::new(look, within.as_deref(), filter, *window)))
    }

    fn editions<R: Answer>(&mut self, _: &OpenedText, request: &PageRequest) -> R {
        let PageRequest::Editions { on, within, earlier, later, window } = request else { return R::not_found() };
        let which = (earlier.as_deref(), later.as_deref());
        R::of(EditionsView::new(&self.file, which, (*on, within.as_deref()), *window))
    }

    fn event<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        let PageRequest::Event { what, most, .. } = request else { return R::not_found() };
        self.of_day(source, |look| R::of_found(EventView::new(look, what, *most as usize)))
    }

    fn group<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        let PageRequest::Group { .. } = request else { return R::not_found() };
        self.of_day(source, |look| R::of(GroupPage::new(look)))
    }

    fn search<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        let PageRequest::Search { find, most, .. } = request else { return R::not_found() };
        self.of_day(source, |look| R::of(SearchView::new(look, find, *most as usize)))
    }

    fn report<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        let PageRequest::Report { profile, audience, rules, .. } = request else { return R::not_found() };
        self.of_day(source, |look| R::of(ReportView::new(look, &source.text, profile.as_deref(), (*audience, *rules))))
    }

    fn items<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        if let PageRequest::Vacancy { key, fields, .. } = request {
            return self.of_day(source, |look| R::of_found(vacancy(look, key, fields)));
        }
        self.of_file(source, |look| match request {
            PageRequest::Item { list, key } => R::of_found(ItemView::new(look, *list, key)),
            PageRequest::Method { risk } => R::of(MethodView::new(look, risk.as_deref())),
            PageRequest::Choices { of, find, chosen, near, most } => {
                R::of(ChoicePage::new(look, ChoiceQuery { of: *of, find, chosen, near, most: *most as usize }))
            }
            PageRequest::OwnHistory { list, id } => R::of(OwnHistoryView::new(look, *list, id)),
            _ => R::not_found(),
        })
    }

    fn sharing<R: Answer>(&mut self, _: &OpenedText, request: &PageRequest) -> R {
        let file = &self.file;
        match request {
            PageRequest::Share { on, made, filter, window } => R::of(SharePage::new(file, *on, *made, filter, *window)),
            PageRequest::Extract { on, made, receiver } => {
                let made = extract(&file.organisation, &file.index, receiver, *on, *made);
                R::of_found(made.ok().map(|extract| extract.text()))
            }
            PageRequest::Directory => R::of(Directory::of(&file.organisation)),
            _ => R::not_found(),
        }
    }

    fn rounds<R: Answer>(&mut self, _: &OpenedText, request: &PageRequest) -> R {
        let file = &self.file;
        match request {
            PageRequest::Rounds { on, waiting } => R::of(RoundsView::new(file, *on, waiting)),
            PageRequest::Askable { on } => R::of(AskableRow::all(file, *on)),
            PageRequest::RoundFiles { round, on, made } => R::of_found(RoundFile::all(file, round, *on, *made)),
            _ => R::not_found(),
        }
    }

    fn data<R: Answer>(&mut self, source: &OpenedText, request: &PageRequest) -> R {
        match request {
            PageRequest::Problems { window } => R::of(ProblemPage::new(&self.file.problems, *window)),
            PageRequest::Verification => R::of(VerificationView::new(source, &self.file)),
            PageRequest::Verdict { .. } => match &self.judged {
                Some(judged) => R::of(verdict::to_json(&self.file, &judged.coverage, &source.text, source.sha256())),
                None => R::nothing_open(),
            },
            _ => R::not_found(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::lens::{Lens, Window};
    use crate::engine::request::PageFamily;
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
            Request::Problems { window: Window { from: 0, count: 3 } },
        ];
        for is_open in [false, true] {
            if is_open {
                engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
            }
            for request in &requests {
                let bytes = postcard::to_allocvec(request).expect("a request can be written");
                let whole = postcard::to_allocvec(&engine.handle(request)).expect("a reply can be written");
                let apart = match PageFamily::of(&bytes).expect("it is of a page") {
                    PageFamily::Units => engine.units(&bytes),
                    PageFamily::Group => engine.group(&bytes),
                    PageFamily::Risks => engine.risks(&bytes),
                    PageFamily::Data => engine.data(&bytes),
                    other => panic!("nothing of {other:?} is asked"),
                };
                assert_eq!(apart, Some(whole), "{request:?}");
            }
        }
    }

    #[test]
    fn another_request_is_none_of_a_page() {
        for request in [Request::Summary, Request::Canonical, Request::Undo] {
            let bytes = postcard::to_allocvec(&request).expect("a request can be written");
            assert_eq!(PageFamily::of(&bytes), None, "{request:?}");
            assert_eq!(Engine::default().units(&bytes), Some(Vec::new()), "{request:?}");
        }
    }
}
