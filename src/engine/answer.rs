//! From a request to its reply: what is looked at, and which view is made of it.

use super::OpenedText;
use super::lens::Window;
use super::look::{JudgedContext, ViewContext};
use super::request::{Reply, Request};
use super::standings::JudgedFile;
use super::view::{
    AskableRow, Atlas, CardPage, CellPage, ChoicePage, ChoiceQuery, ContactPageView, CoordinatorPage, EditionsView,
    EventView, ExceptionRow, FallPage, FindingPage, FindingView, ForecastView, GroupPage, ItemView, LeadsView,
    LeavingView, ListCount, MapView, MeasurePage, MethodView, Overview, OwnHistoryView, PeoplePage, PersonPageView,
    PictureView, ProblemPage, ProposalView, ReportView, RepresentativePage, RiskPage, RiskView, RoundFile, RoundsView,
    ScenarioRow, SearchView, SecurityUnitView, SharePage, Summary, TabCounts, TrainingPage, UnitPage, UnitRef,
    UnitView, VerificationView, VulnerabilityPage, YearView, vacancy,
};
use crate::coverage::forecast::Forecast;
use crate::disclosure::extract;
use crate::exchange::Directory;
use crate::organisation::extract::{can_be_answered, department};
use crate::organisation::number::saturating;
use crate::organisation::problem::Problems;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::visible;
use crate::organisation::{ListName, Organisation};
use crate::risk::Methods;
use crate::verdict::{self, File};

/// Answers a request about an open file, judged where the request is about a day.
pub(super) fn answer(
    source: &OpenedText,
    file: &File<'_>,
    judged: Option<&JudgedFile<'_>>,
    atlas: Option<&Atlas>,
    foreseen: Option<&Forecast<'_>>,
    request: &Request,
) -> Reply {
    let methods = Methods::new(&file.organisation, &source.text, &mut Problems::default());
    let look = ViewContext {
        organisation: &file.organisation,
        index: &file.index,
        register: &file.register,
        methods: &methods,
    };
    match request {
        Request::Summary => Reply::Opened(Box::new(summary(source, file, look))),
        Request::Hash => Reply::Text(source.sha256().to_owned()),
        Request::UnitName { id } => {
            or_not_found(look.index.unit(id).map(|unit| UnitRef::new(look, unit)), Reply::UnitName)
        }
        Request::Risks { filter, window } => Reply::Risks(Box::new(RiskPage::new(look, filter, *window))),
        Request::Picture { on, filter } => {
            or_not_found(PictureView::new(look, filter, *on).map(Box::new), Reply::Picture)
        }
        Request::Editions { on, within, earlier, later, window } => {
            let which = (earlier.as_deref(), later.as_deref());
            Reply::Editions(Box::new(EditionsView::new(file, which, (*on, within.as_deref()), *window)))
        }
        Request::Risk { id, on } => or_not_found(RiskView::new(look, id, *on).map(Box::new), Reply::Risk),
        Request::Measures { lens, filter, window } => {
            Reply::Measures(Box::new(MeasurePage::new(look, lens, filter, *window)))
        }
        Request::Vulnerability { within, filter, window } => {
            Reply::Vulnerability(Box::new(VulnerabilityPage::new(look, within.as_deref(), filter, *window)))
        }
        Request::Item { list, key } => or_not_found(ItemView::new(look, *list, key), Reply::Item),
        Request::Method { risk } => Reply::Method(Box::new(MethodView::new(look, risk.as_deref()))),
        Request::Directory => Reply::Directory(Box::new(Directory::of(&file.organisation))),
        Request::Choices { of, find, chosen, near, most } => {
            Reply::Choices(ChoicePage::new(look, ChoiceQuery { of: *of, find, chosen, near, most: *most as usize }))
        }
        Request::Scenarios => Reply::Scenarios(ScenarioRow::all(look)),
        Request::Problems { window } => Reply::Problems(problems(&file.problems, *window)),
        Request::Share { on, made, filter, window } => {
            Reply::Share(Box::new(SharePage::new(file, *on, *made, filter, *window)))
        }
        Request::Extract { on, made, receiver } => {
            let made = extract(&file.organisation, &file.index, receiver, *on, *made);
            made.map_or(Reply::NotFound, |extract| Reply::Text(extract.text()))
        }
        Request::Rounds { on, waiting } => Reply::Rounds(Box::new(RoundsView::new(file, *on, waiting))),
        Request::Askable { on, made } => Reply::Askable(AskableRow::all(file, *on, *made)),
        Request::RoundFiles { round, on, made } => {
            or_not_found(RoundFile::all(file, round, *on, *made), Reply::RoundFiles)
        }
        Request::OwnHistory { list, id } => Reply::OwnHistory(Box::new(OwnHistoryView::new(look, *list, id))),
        Request::Verification => Reply::Verification(Box::new(VerificationView::new(source, file))),
        Request::Canonical | Request::For { .. } => Reply::NotFound,
        _ => {
            let Some(judged) = judged else { return Reply::NothingOpen };
            let look = JudgedContext::new(look, judged);
            let ahead = foreseen.and_then(|forecast| answer_ahead(look, forecast, request));
            let mapped = || answer_map(look, atlas?, request);
            ahead.or_else(mapped).unwrap_or_else(|| answer_of_day(source, file, look, request))
        }
    }
}

fn answer_of_day(source: &OpenedText, file: &File<'_>, look: JudgedContext<'_>, request: &Request) -> Reply {
    match request {
        Request::Overview { .. } => Reply::Overview(Box::new(Overview::new(look))),
        Request::Units { parent, find, window, .. } => {
            or_not_found(UnitPage::new(look, parent.as_deref(), find, *window), Reply::Units)
        }
        Request::Unit { id, .. } => or_not_found(UnitView::new(look, id).map(Box::new), Reply::Unit),
        Request::Person { id, .. } => or_not_found(PersonPageView::new(look, id).map(Box::new), Reply::Person),
        Request::Leaving { id, last, .. } => {
            or_not_found(LeavingView::new(look, id, *last).map(Box::new), Reply::Leaving)
        }
        Request::People { find, window, .. } => Reply::People(PeoplePage::new(look, find, *window)),
        Request::Search { find, most, .. } => Reply::Search(Box::new(SearchView::new(look, find, *most as usize))),
        Request::Findings { filter, window, .. } => Reply::Findings(FindingPage::new(look, filter, *window)),
        Request::Finding { id, .. } => or_not_found(FindingView::new(look, id).map(Box::new), Reply::Finding),
        Request::Event { what, most, .. } => {
            or_not_found(EventView::new(look, what, *most as usize).map(Box::new), Reply::Event)
        }
        Request::Report { profile, audience, rules, .. } => {
            Reply::Report(Box::new(ReportView::new(look, &source.text, profile.as_deref(), (*audience, *rules))))
        }
        Request::Leads { lens } => Reply::Leads(Box::new(LeadsView::new(look, &source.text, lens))),
        Request::Tabs { .. } => Reply::Tabs(TabCounts::new(look)),
        Request::Group { .. } => Reply::Group(Box::new(GroupPage::new(look))),
        Request::Training { filter, window, .. } => Reply::Training(Box::new(TrainingPage::new(look, filter, *window))),
        Request::Year { from, .. } => or_not_found(YearView::new(look, *from).map(Box::new), Reply::Year),
        Request::Proposal { unit, role, .. } => {
            or_not_found(ProposalView::new(look, unit, role).map(Box::new), Reply::Proposal)
        }
        Request::Vacancy { key, fields, .. } => or_not_found(vacancy(look, key, fields), Reply::Item),
        Request::Exceptions { .. } => Reply::Exceptions(ExceptionRow::all(*look, look.coverage)),
        Request::SecurityUnit { .. } => Reply::SecurityUnit(Box::new(SecurityUnitView::new(look))),
        Request::Coordinators { window, .. } => Reply::Coordinators(CoordinatorPage::new(look, *window)),
        Request::Representatives { filter, window, .. } => {
            Reply::Representatives(RepresentativePage::new(look, filter, *window))
        }
        Request::Cards { filter, window, .. } => Reply::Cards(CardPage::new(look, filter, *window)),
        Request::ContactPage { .. } => Reply::ContactPage(Box::new(ContactPageView::new(look))),
        Request::Verdict { .. } => Reply::Text(verdict::to_json(file, look.coverage, &source.text, source.sha256())),
        _ => Reply::NotFound,
    }
}

/// Answers a request about the map.
fn answer_map(look: JudgedContext<'_>, atlas: &Atlas, request: &Request) -> Option<Reply> {
    Some(match request {
        Request::Map { rule, .. } => Reply::Map(Box::new(MapView::new(look, atlas, rule.as_deref()))),
        Request::Cells { rule, filter, window, .. } => {
            Reply::Cells(CellPage::new(look, atlas, rule.as_deref(), *filter, *window))
        }
        _ => return None,
    })
}

/// Answers a request about the days to come.
fn answer_ahead(look: JudgedContext<'_>, forecast: &Forecast<'_>, request: &Request) -> Option<Reply> {
    Some(match request {
        Request::Forecast { rule, drops, .. } => {
            Reply::Forecast(Box::new(ForecastView::new(look, forecast, rule.as_deref(), *drops)))
        }
        Request::Falls { days, rule, window, .. } => {
            Reply::Falls(FallPage::new(look, forecast, *days, rule.as_deref(), *window))
        }
        _ => return None,
    })
}

fn or_not_found<T>(found: Option<T>, reply: impl FnOnce(T) -> Reply) -> Reply {
    found.map_or(Reply::NotFound, reply)
}

pub(super) fn summary(source: &OpenedText, file: &File<'_>, look: ViewContext<'_>) -> Summary {
    let organisation = look.organisation;
    let owns = |unit: &u32| matches!(organisation.units[*unit as usize].kind, UnitKind::Department | UnitKind::Company);
    let mut departments: Vec<_> =
        look.index.tree.iter().copied().filter(owns).map(|unit| UnitRef::new(look, unit)).collect();
    sort::by_cached_key(&mut departments, UnitRef::order);
    let set_aside = organisation.counts().iter().map(|(_, _, set_aside)| set_aside).sum();
    Summary {
        file: visible(&source.name),
        bytes: source.text.len() as u64,
        rules_sha256: verdict::rules_sha256(organisation),
        name: organisation.name.as_ref().map(super::super::organisation::value::Text::label).unwrap_or_default(),
        notice: organisation.notice.as_ref().map(super::super::organisation::value::Text::label),
        can_be_answered: organisation.extract.as_ref().is_some_and(|made| can_be_answered(&made.0)),
        part: organisation
            .extract
            .as_ref()
            .and_then(|made| department(&made.0))
            .filter(|id| look.index.unit(id).is_some()),
        as_of: organisation.as_of,
        lists: lists(organisation),
        departments,
        problems: saturating(file.problems.count),
        set_aside: saturating(set_aside),
    }
}

/// Items of each list.
pub(super) fn lists(organisation: &Organisation<'_>) -> Vec<ListCount> {
    let count = |(list, used, set_aside): (ListName, usize, usize)| ListCount {
        list,
        used: saturating(used),
        set_aside: saturating(set_aside),
    };
    organisation.counts().into_iter().map(count).collect()
}

fn problems(problems: &Problems, window: Window) -> ProblemPage {
    ProblemPage {
        total: saturating(problems.count),
        kept: saturating(problems.list.len()),
        rows: window.of(&problems.list).to_vec(),
    }
}
