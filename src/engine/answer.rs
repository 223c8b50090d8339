//! From a request to its reply: what is looked at, and which view is made of it.

use super::OpenedText;
use super::lens::Window;
use super::look::{JudgedContext, ViewContext};
use super::request::{Answer, Reply, Request};
use super::standings::JudgedFile;
use super::view::{
    AskableRow, ChoicePage, ChoiceQuery, ItemView, ListCount, MethodView, OwnHistoryView, ProblemPage, ReportView,
    RoundFile, RoundsView, SharePage, Summary, UnitRef, VerificationView, vacancy,
};
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

/// Answers a request about an open file, judged where the request is about a day, that is none of the first view nor of a
/// page that shows what the file says.
pub(super) fn answer(
    source: &OpenedText,
    file: &File<'_>,
    judged: Option<&JudgedFile<'_>>,
    request: &Request,
) -> Reply {
    let methods = Methods::new(&file.organisation, &source.text, &mut Problems::default());
    let look = ViewContext::new(file, &methods);
    match request {
        Request::Item { list, key } => Reply::of_found(ItemView::new(look, *list, key)),
        Request::Method { risk } => Reply::of(MethodView::new(look, risk.as_deref())),
        Request::Directory => Reply::of(Directory::of(&file.organisation)),
        Request::Choices { of, find, chosen, near, most } => {
            Reply::of(ChoicePage::new(look, ChoiceQuery { of: *of, find, chosen, near, most: *most as usize }))
        }
        Request::Problems { window } => Reply::of(problems(&file.problems, *window)),
        Request::Share { on, made, filter, window } => Reply::of(SharePage::new(file, *on, *made, filter, *window)),
        Request::Extract { on, made, receiver } => {
            let made = extract(&file.organisation, &file.index, receiver, *on, *made);
            made.map_or(Reply::NotFound, |extract| Reply::Text(extract.text()))
        }
        Request::Rounds { on, waiting } => Reply::of(RoundsView::new(file, *on, waiting)),
        Request::Askable { on, made } => Reply::of(AskableRow::all(file, *on, *made)),
        Request::RoundFiles { round, on, made } => Reply::of_found(RoundFile::all(file, round, *on, *made)),
        Request::OwnHistory { list, id } => Reply::of(OwnHistoryView::new(look, *list, id)),
        Request::Verification => Reply::of(VerificationView::new(source, file)),
        _ => match judged {
            Some(judged) => answer_of_day(source, file, JudgedContext::new(look, judged), request),
            None => Reply::NothingOpen,
        },
    }
}

fn answer_of_day(source: &OpenedText, file: &File<'_>, look: JudgedContext<'_>, request: &Request) -> Reply {
    match request {
        Request::Report { profile, audience, rules, .. } => {
            Reply::of(ReportView::new(look, &source.text, profile.as_deref(), (*audience, *rules)))
        }
        Request::Vacancy { key, fields, .. } => Reply::of_found(vacancy(look, key, fields)),
        Request::Verdict { .. } => Reply::Text(verdict::to_json(file, look.coverage, &source.text, source.sha256())),
        _ => Reply::NotFound,
    }
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
