//! Verifying a file: its hashes, those that stand in it, who made it, and what it says, judged by an engine of its own.
//! What is open is not touched.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::fetched;
use super::parts::{Empty, Fact, Hero};
use super::session::{Session, use_title};
use crate::browser::engine::{FileSource, RunningEngine};
use crate::browser::file::BrowserFile;
use crate::browser::{dom, files, seal};
use crate::engine::lens::Lens;
use crate::engine::request::{AskOverview, AskReport, AskVerification, held};
use crate::engine::view::{EditionCheck, Overview, Summary, VerificationView};
use crate::organisation::number::saturating;
use crate::organisation::problem::Problem;
use crate::organisation::value::{Language, visible};
use crate::report::{self, ReportOrigin};
use crate::risk::edition::Integrity;
use crate::text;
use crate::text::overview::{self, Sentence};
use crate::text::trail as chained;
use crate::text::verify as said;
use crate::text::{numbers, problem, shell};
use crate::trail::{self, Chain, Standing, TrailFile};

fetched!(verify, |_| view! { <Verify/> }.into_any());

/// Bytes that a report may have.
const MOST_REPORT: f64 = 64e6;

/// How far it has come.
#[derive(Clone)]
enum VerifyState {
    Nothing,
    Reading,
    Sealed,
    Unreadable(Box<Problem>),
    Failed,
    Report(Rc<ReportOrigin>, ReportMatch),
    Done(VerifiedChain),
}

/// What becomes of a report that is made again.
#[derive(Clone, Copy, PartialEq)]
enum ReportMatch {
    Same,
    Changed,
    OtherVersion,
    OtherData,
    UnsavedData,
}

/// A file that has been verified.
struct VerifiedFile {
    summary: Summary,
    view: VerificationView,
    overview: Option<Overview>,
}

/// One of several files that are verified together.
#[derive(Clone)]
enum VerifiedLink {
    Read(Rc<VerifiedFile>),
    /// It cannot be read; this is what it is called.
    Unread(String),
}

/// Files that have been verified together: the one that is told of, which is the latest, and the chain that they make.
#[derive(Clone)]
struct VerifiedChain {
    latest: Rc<VerifiedFile>,
    links: Rc<Vec<VerifiedLink>>,
    files: Rc<Vec<TrailFile>>,
    chain: Rc<Chain>,
}

impl VerifiedChain {
    /// Follows the chain of some files; none where no file can be read.
    fn of(links: Vec<VerifiedLink>) -> Option<Self> {
        let file = |link: &VerifiedLink| match link {
            VerifiedLink::Read(file) => file.view.trail.clone(),
            VerifiedLink::Unread(name) => TrailFile::unreadable(name),
        };
        let files: Vec<TrailFile> = links.iter().map(file).collect();
        let chain = trail::chain(&files);
        let VerifiedLink::Read(latest) = links.get(chain.latest? as usize)?.clone() else { return None };
        Some(Self { latest, links: Rc::new(links), files: Rc::new(files), chain: Rc::new(chain) })
    }
}

#[component]
fn Verify() -> impl IntoView {
    let session = Session::current();
    use_title(move || shell::verify(session.language()).to_owned());
    let state = RwSignal::new_local(VerifyState::Nothing);
    let take = move |files: Vec<BrowserFile>, beside: Vec<VerifiedLink>| {
        if !files.is_empty() {
            state.set(VerifyState::Reading);
            spawn_local(async move { drop(state.try_set(verified(session, files, beside).await)) });
        }
    };
    session.take_dropped(Some(Rc::new(move |files: Vec<BrowserFile>| take(files, Vec::new()))));
    on_cleanup(move || session.take_dropped(None));
    let picked = move |event| take(files::all_picked(&event), Vec::new());
    let added = move |event: leptos::ev::Event| {
        if let VerifyState::Done(done) = state.get_untracked() {
            take(files::all_picked(&event), done.links.to_vec());
        }
    };
    let hero = move || {
        let language = session.language();
        let (verdict, after) = match state.get() {
            VerifyState::Nothing => (Sentence::plain(said::none(language)), said::none_what(language).to_owned()),
            VerifyState::Reading => (Sentence::plain(said::reading(language)), String::new()),
            VerifyState::Sealed => (Sentence::plain(said::sealed(language)), String::new()),
            VerifyState::Unreadable(why) => (Sentence::plain(problem::line(&why, language)), String::new()),
            VerifyState::Failed => (Sentence::plain(shell::engine_failed(language)), String::new()),
            VerifyState::Report(_, fate) => {
                let (verdict, after) = report_said(fate, language);
                (Sentence::plain(verdict), after.to_owned())
            }
            VerifyState::Done(done) => {
                let sentences = done.latest.overview.iter().flat_map(|picture| overview::headline(picture, language));
                let judged: Vec<String> = sentences.map(|part| part.before + &part.stress + &part.after).collect();
                let judged = format!("{}: {}", said::verdict(language), judged.join(" "));
                (headline(&done, language), judged)
            }
        };
        view! { <Hero verdict after/> }
    };
    let cards = move || match state.get() {
        VerifyState::Done(done) => Some(cards(&done, added, session.language())),
        VerifyState::Report(origin, _) => Some(report_card(&origin, session.language())),
        _ => None,
    };
    view! {
        <div role="status">{hero}</div>
        <p class="actions no-print">
            <label class="button button-first file-picker">
                {move || said::choose(session.language())}
                <input class="visually-hidden" type="file" multiple=true on:change=picked/>
            </label>
        </p>
        <div class="grid">{cards}</div>
    }
}

/// The verdict: on the editions in the file, and on the chain that it is in.
fn headline(done: &VerifiedChain, language: Language) -> Sentence {
    let VerifiedChain { latest, chain, .. } = done;
    let editions = &latest.view.editions;
    let is_bad = |edition: &EditionCheck| matches!(edition.integrity, None | Some(Integrity::Altered));
    let is_told = chain.files.len() > 1 || chain.savings > 0 && editions.is_empty() || !chain.holds();
    if is_told && !editions.iter().any(is_bad) {
        return Sentence::plain(chained::verdict(chain, language));
    }
    said::headline(&latest.view, &latest.summary.file, language)
}

/// Reads files, each in an engine of its own, and follows their chain with those that have been read before.
async fn verified(session: Session, files: Vec<BrowserFile>, beside: Vec<VerifiedLink>) -> VerifyState {
    let mut links = beside;
    let is_alone = links.is_empty() && files.len() == 1;
    for file in files {
        let name = file.name();
        match verified_alone(session, file).await {
            Ok(file) => links.push(VerifiedLink::Read(Rc::new(file))),
            Err(why) if is_alone => return why,
            Err(_) => links.push(VerifiedLink::Unread(name)),
        }
    }
    VerifiedChain::of(links).map_or(VerifyState::Failed, VerifyState::Done)
}

/// Reads a file in an engine of its own; what else there is to say of it where that cannot be.
async fn verified_alone(session: Session, file: BrowserFile) -> Result<VerifiedFile, VerifyState> {
    if seal::is_sealed(&file).await {
        return Err(VerifyState::Sealed);
    }
    if file.size() <= MOST_REPORT
        && let Some(html) = file.read().await.and_then(|bytes| String::from_utf8(bytes).ok())
        && let Some(origin) = ReportOrigin::of(&html)
    {
        let fate = made_again(session, &origin, &html).await;
        return Err(fate.map_or(VerifyState::Failed, |fate| VerifyState::Report(Rc::new(origin), fate)));
    }
    let Some(engine) = RunningEngine::start(|| ()) else { return Err(VerifyState::Failed) };
    let read = read(session, &engine, file).await;
    engine.stop();
    read
}

/// Makes a report again of the open file, and compares.
async fn made_again(session: Session, origin: &ReportOrigin, html: &str) -> Option<ReportMatch> {
    let hash = untrack(|| session.hash());
    Some(match &origin.data {
        None => ReportMatch::UnsavedData,
        Some(data) if *data != hash => ReportMatch::OtherData,
        Some(_) if origin.version != env!("CARGO_PKG_VERSION") => ReportMatch::OtherVersion,
        Some(_) => {
            let ReportOrigin { on, audience, language, rules, .. } = *origin;
            let request = AskReport { on, profile: Some(origin.profile.clone()), audience, rules };
            let view = session.ask(request).await?;
            let again = report::html::html(&text::report::report(&view, &hash, language));
            if again == html { ReportMatch::Same } else { ReportMatch::Changed }
        }
    })
}

/// The verdict on a report, and what to do.
fn report_said(fate: ReportMatch, language: Language) -> (&'static str, &'static str) {
    match fate {
        ReportMatch::Same => (said::report_same(language), ""),
        ReportMatch::Changed => (said::report_changed(language), ""),
        ReportMatch::OtherVersion => (said::report_old(language), said::report_old_what(language)),
        ReportMatch::OtherData => (said::report_elsewhere(language), said::report_elsewhere_what(language)),
        ReportMatch::UnsavedData => (said::report_unsaved(language), said::report_unsaved_what(language)),
    }
}

/// What a report says that it was made of.
fn report_card(origin: &ReportOrigin, language: Language) -> AnyView {
    let data = origin.data.clone();
    let data = data.map(|data| view! { <Fact label=said::report_data(language)><code>{data}</code></Fact> });
    let day = numbers::date(origin.on, language);
    let whom = numbers::capital(text::report::audience(origin.audience, language));
    let (profile, made) = (origin.profile.clone(), format!("Ombud {}", origin.version));
    view! {
        <section class="card wide">
            <h2>{said::report(language)}</h2>
            <dl class="facts">
                {data}
                <Fact label=said::report_day(language)>{day}</Fact>
                <Fact label=said::report_for(language)>{whom}</Fact>
                <Fact label=said::report_profile(language)>{profile}</Fact>
                <Fact label=said::made(language)>{made}</Fact>
            </dl>
        </section>
    }
    .into_any()
}

async fn read(session: Session, engine: &RunningEngine, file: BrowserFile) -> Result<VerifiedFile, VerifyState> {
    let reply = engine.open(&FileSource::File(file), |_| ()).await.map_err(|_| VerifyState::Failed)?;
    let Some(summary) = held::<Summary>(&reply) else {
        let why = held(&reply).map_or(VerifyState::Failed, |problem| VerifyState::Unreadable(Box::new(problem)));
        return Err(why);
    };
    let lens = Lens::whole(summary.as_of.unwrap_or_else(|| session.today()));
    let view = engine.answer(AskVerification {}).await.ok_or(VerifyState::Failed)?;
    let overview = engine.answer(AskOverview { lens }).await;
    Ok(VerifiedFile { summary, view, overview })
}

fn cards(done: &VerifiedChain, added: impl Fn(leptos::ev::Event) + 'static, language: Language) -> AnyView {
    let VerifiedFile { summary, view, .. } = &*done.latest;
    let order = if view.canonical { said::in_order(language) } else { said::not_in_order(language) };
    let made = match &view.made {
        Some(made) => said::made_said(made, language),
        None if view.is_extract => said::made_unread(language).to_owned(),
        None => said::not_made(language).to_owned(),
    };
    let size = numbers::bytes(summary.bytes, language);
    let (sha256, rules) = (view.sha256.clone(), view.rules_sha256.clone());
    view! {
        <section class="card wide">
            <h2>{said::hashes(language)}</h2>
            <dl class="facts">
                <Fact label=said::hash(language)><code>{sha256}</code></Fact>
                <Fact label=said::rules(language)><code>{rules}</code></Fact>
                <Fact label=crate::text::data::size(language)>{size}</Fact>
                <Fact label=said::order(language)>{order}</Fact>
                <Fact label=said::made(language)>{made}</Fact>
            </dl>
        </section>
        {compare(view.sha256.clone(), language)}
        <section class="card full" id="chain">
            <h2>{chained::history(language)}</h2>
            {links(done, language)}
            <p class="lead no-print">{chained::earlier_lead(language)}</p>
            <p class="actions no-print">
                <label class="button file-picker">
                    {chained::choose_earlier(language)}
                    <input class="visually-hidden" type="file" multiple=true on:change=added/>
                </label>
            </p>
        </section>
        <section class="card full">
            <h2>{said::editions(language)}</h2>
            {editions(&view.editions, language)}
        </section>
    }
    .into_any()
}

/// How each file stands in the chain, and which are missing.
fn links(done: &VerifiedChain, language: Language) -> AnyView {
    const MOST_GAPS: usize = 10;
    let VerifiedChain { files, chain, .. } = done;
    let row = |(file, standing): (&TrailFile, &Standing)| {
        let last = file.steps.iter().rev().find(|step| step.number.is_some());
        let last = last.map(|step| chained::saved_said(step, language)).unwrap_or_default();
        let said = chained::standing(*standing, language);
        let said = if standing.is_break() { view! { <strong>{said}</strong> }.into_any() } else { said.into_any() };
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{visible(&file.name)}</th>
                <td role="cell" data-label=chained::saved(language)>{last}</td>
                <td role="cell" data-label=chained::stands(language)>{said}</td>
            </tr>
        }
    };
    let heads = [chained::file(language), chained::saved(language), chained::stands(language)];
    let gaps = chain.gaps.iter().rev().take(MOST_GAPS).map(|gap| view! { <li>{chained::gap(gap, language)}</li> });
    let more = chain.gaps.len().saturating_sub(MOST_GAPS);
    let more = (more > 0).then(|| view! { <li>{chained::more_gaps(saturating(more), language)}</li> });
    view! {
        <table class="list" role="table" aria-label=chained::history(language)>
            <thead role="rowgroup">
                <tr role="row">
                    {heads.map(|head| view! { <th role="columnheader" scope="col">{head}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody role="rowgroup">{files.iter().zip(&chain.files).map(row).collect_view()}</tbody>
        </table>
        <ul class="rows" role="list">{gaps.collect_view()} {more}</ul>
    }
    .into_any()
}

/// A hash that came by another way, held against that of the file.
fn compare(sha256: String, language: Language) -> AnyView {
    let given = RwSignal::new(String::new());
    let told = move || match said::compared(&given.get(), &sha256) {
        None => "",
        Some(true) => said::same(language),
        Some(false) => said::other(language),
    };
    view! {
        <section class="card narrow no-print">
            <h2>{said::compare(language)}</h2>
            <label class="field">
                <span class="field-label">{said::given(language)}</span>
                <input
                    type="text"
                    class="field-input"
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| given.set(dom::value_of(&event))
                />
            </label>
            <p role="status">{told}</p>
        </section>
    }
    .into_any()
}

fn editions(editions: &[EditionCheck], language: Language) -> AnyView {
    if editions.is_empty() {
        return view! { <Empty text=said::no_editions(language)/> }.into_any();
    }
    let row = |edition: &EditionCheck| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{edition.name.say(language).to_owned()}</th>
                <td role="cell" data-label=said::day(language)>{numbers::date(edition.date, language)}</td>
                <td role="cell" data-label=said::fits(language)>{said::integrity(edition.integrity, language)}</td>
            </tr>
        }
    };
    let heads = [said::edition(language), said::day(language), said::fits(language)];
    view! {
        <table class="list" role="table" aria-label=said::editions(language)>
            <thead role="rowgroup">
                <tr role="row">
                    {heads.map(|head| view! { <th role="columnheader" scope="col">{head}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody role="rowgroup">{editions.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
