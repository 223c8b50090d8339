//! One view in a page of others, without what stands around it, and its conversation with that page.

mod loads;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::loads::{EndedLoad, HandedFile, LoadQueue};
use super::code::fetched;
use super::route::{Location, Route};
use super::session::{Session, Theme};
use super::shell::{FailureNotice, LoadStrip, Main};
use crate::browser::clock;
use crate::browser::config::{self, Config};
use crate::browser::engine::FileSource;
use crate::browser::frames;
use crate::browser::host::{self, HostEvent, MessageField};
use crate::browser::location;
use crate::disclosure::Receiver;
use crate::engine::lens::{RiskFilter, WorkplaceFilter};
use crate::engine::request::{AskExtract, AskFor, AskVerdict, EngineQuestion};
use crate::exchange::host::{Code, EmbeddedView, Embedders, HostMessage, MessageTurn, Pace, read, snippet, tokens};
use crate::text::embed;

fetched!(embed, |_| view! { <Frame/> }.into_any());

/// The view that the address names, and all that is said about it.
#[component]
fn Frame() -> impl IntoView {
    let session = Session::current();
    let view = location::query("embed").unwrap_or_default();
    host::mark(&view);
    // A fragment says more than the view: it is where the reader has gone since.
    if location::fragment().len() < 2
        && let Some(view) = EmbeddedView::from_word(&view)
    {
        session.replace(route(view, location::query("unit").filter(|unit| !unit.is_empty())));
    }
    spawn_local(async move {
        let config = config::fetch().await;
        for (token, value) in &config.tokens {
            if let Some(property) = tokens::property(token, value) {
                host::set_property(&property, value);
            }
        }
        Talk::begin(session, config);
    });
    let data = location::query("data").filter(|data| !data.is_empty());
    let whole = move || snippet::whole(&location::own(), data.as_deref(), &session.location().get().fragment());
    // What the page around has handed over is not at any address.
    let whole = (!session.is_from_host()).then(|| {
        view! {
            <p class="embed-whole wrap no-print">
                <a href=whole target="_blank" rel="noopener">
                    {move || embed::whole(session.language())}
                </a>
            </p>
        }
    });
    view! {
        <LoadStrip />
        <FailureNotice />
        {move || {
            if session.waits_for_host() {
                view! { <p class="embed-waits wrap" role="status">{embed::waits(session.language())}</p> }.into_any()
            } else {
                view! { <Main /> }.into_any()
            }
        }}
        {whole}
    }
}

/// The page that a view shows, of a unit or of all.
fn route(view: EmbeddedView, unit: Option<String>) -> Route {
    match view {
        EmbeddedView::Overview => Route::Overview,
        EmbeddedView::Map => Route::Map { rule: None, state: None, from: 0 },
        EmbeddedView::Unit => unit.map_or_else(|| Route::Organisation { find: String::new() }, |id| Route::Unit { id }),
        EmbeddedView::Matrix => Route::Risks { filter: RiskFilter { unit, ..RiskFilter::default() }, from: 0 },
        EmbeddedView::Card => Route::Cards { filter: WorkplaceFilter { unit, ..WorkplaceFilter::default() } },
        EmbeddedView::Group => Route::Group,
    }
}

/// The conversation: a handle.
#[derive(Clone, Copy)]
struct Talk {
    session: Session,
    embedders: StoredValue<Embedders>,
    /// The sites that are told: the one around, once it is known.
    told: StoredValue<Vec<String>>,
    pace: StoredValue<Pace>,
    /// Whether the view has been ready once.
    ready: StoredValue<bool>,
    /// The files that the page around has handed over, the one that is being opened first.
    loads: StoredValue<LoadQueue, LocalStorage>,
}

impl Talk {
    /// Listens, and tells what happens.
    fn begin(session: Session, config: Config) {
        if !host::is_there() {
            return;
        }
        let embedders = config.embedders;
        let told = embedders.to_tell(host::origin().as_deref());
        let talk = Self {
            session,
            embedders: StoredValue::new(embedders),
            told: StoredValue::new(told),
            pace: StoredValue::new(Pace::default()),
            ready: StoredValue::new(false),
            loads: StoredValue::new_local(LoadQueue::default()),
        };
        host::on_message(move |said| talk.hear(&said));
        host::on_unreadable_message(move |origin| talk.refuse_unread(&origin));
        Effect::new(move || {
            // Once: each file that is opened later makes the view ready anew.
            if (session.is_ready() || session.waits_for_host()) && !talk.ready.get_value() {
                talk.ready.set_value(true);
                talk.tell("ready", None, &[]);
            }
        });
        let height = RwSignal::new(0.0);
        // For as long as the view lives.
        std::mem::forget(host::on_height(move |now| height.set(now)));
        Effect::new(move || {
            if height.get() > 0.0 {
                talk.tell("height", None, &[("height", MessageField::Number(height.get()))]);
            }
        });
        Effect::new(move |before: Option<Location>| {
            let now = session.location().get();
            if before.is_some_and(|before| before != now) {
                let address = now.without_items().fragment();
                talk.tell("selected", None, &[("address", MessageField::Text(&address))]);
            }
            now
        });
        Effect::new(move || talk.tell_of_load());
    }

    fn tell(self, kind: &str, id: Option<&str>, fields: &[(&str, MessageField<'_>)]) {
        for origin in self.told.get_value() {
            host::tell(&origin, kind, id, fields);
        }
    }

    fn refuse(self, id: Option<&str>, code: Code) {
        self.tell("error", id, &[("code", MessageField::Text(code.word()))]);
    }

    /// Whether a message is heard, by the site it comes from and by how many there have been this second: of the rest it is
    /// told once from which on, by its `id`. The site is known from then on.
    fn hears(self, origin: &str, id: impl Fn() -> Option<String>) -> bool {
        if !self.embedders.with_value(|embedders| embedders.hold(origin)) {
            return false;
        }
        self.told.set_value(vec![origin.to_owned()]);
        let turn = self.pace.try_update_value(|pace| pace.next(frames::time()));
        if turn == Some(MessageTurn::Refused) {
            let id = id().unwrap_or_default();
            let fields = [("code", MessageField::Text(Code::TooMany.word())), ("from", MessageField::Text(&id))];
            self.tell("error", None, &fields);
        }
        turn == Some(MessageTurn::Heard)
    }

    fn hear(self, said: &HostEvent) {
        let said_as = || read(|name| said.field(name));
        if !self.hears(&said.origin, || said_as().0) {
            return;
        }
        let (id, message) = said_as();
        let done = message.and_then(|message| {
            if !self.ready.get_value()
                && matches!(message, HostMessage::Load { .. } | HostMessage::Verdict | HostMessage::Extract)
            {
                return Err(Code::NotReady);
            }
            self.carry_out(message, said, id.clone())
        });
        if let Err(code) = done {
            self.refuse(id.as_deref(), code);
        }
    }

    /// Refuses what the browser could not unpack.
    fn refuse_unread(self, origin: &str) {
        if self.hears(origin, || None) {
            self.refuse(None, Code::Malformed);
        }
    }

    fn carry_out(self, message: HostMessage, said: &HostEvent, id: Option<String>) -> Result<(), Code> {
        let session = self.session;
        match message {
            HostMessage::Configure { theme, language } => {
                session.appear(theme.map(|theme| Theme::from_word(&theme)), language);
            }
            HostMessage::Show { view, unit, date } => {
                let now = session.location().get_untracked();
                let route = view.map_or_else(|| now.route.clone(), |view| route(view, unit));
                session.set_location(Location { route, as_of: date.or(now.as_of), ..now });
            }
            HostMessage::Load { name } => {
                let bytes = said.file().ok_or(Code::TooLarge)?;
                let name = name.unwrap_or_else(|| "organisation.json".to_owned());
                return self.take_in(HandedFile { id, source: FileSource::Kept { name, bytes } });
            }
            HostMessage::Verdict => {
                let (on, made, receiver) = (untrack(|| session.on()), clock::today(), Receiver::Public);
                let question = AskVerdict { on };
                self.answer("verdict", AskFor { receiver, on, made, question }, id);
            }
            HostMessage::Extract => {
                let (on, made, receiver) = (untrack(|| session.on()), clock::today(), Receiver::Public);
                self.answer("extract", AskExtract { on, made, receiver }, id);
            }
        }
        Ok(())
    }

    /// Tells what the engine answers, as JSON under its kind.
    fn answer(self, kind: &'static str, question: impl EngineQuestion<Answer = String> + 'static, id: Option<String>) {
        spawn_local(async move {
            match self.session.ask(question).await {
                Some(json) => self.tell(kind, id.as_deref(), &[(kind, MessageField::Json(&json))]),
                None => self.refuse(id.as_deref(), Code::NotReady),
            }
        });
    }

    /// Opens a file once those before it have been opened or refused, so that each is told how it ended.
    fn take_in(self, file: HandedFile) -> Result<(), Code> {
        self.loads.try_update_value(|loads| loads.push(file)).unwrap_or(Ok(()))?;
        self.open_next();
        Ok(())
    }

    fn open_next(self) {
        let before = untrack(|| self.session.summary());
        if let Some(source) = self.loads.try_update_value(|loads| loads.begin(before)).flatten() {
            self.session.load(source);
        }
    }

    /// Tells how the load that is underway ended, once it has.
    fn tell_of_load(self) {
        let (summary, failure) = (self.session.summary(), self.session.failure());
        let is_underway = self.session.underway().is_some();
        let ended = self.loads.try_update_value(|loads| loads.look(is_underway)).flatten();
        let Some(EndedLoad { id, before }) = ended else { return };
        let opened = summary.filter(|now| before.is_none_or(|before| !Arc::ptr_eq(&before, now)));
        match (failure, opened) {
            (None, Some(summary)) => {
                let name = MessageField::Text(summary.name.say(self.session.language()));
                let problems = MessageField::Number(summary.problems.into());
                self.tell("loaded", id.as_deref(), &[("name", name), ("problems", problems)]);
            }
            (Some(_), _) => self.refuse(id.as_deref(), Code::Unreadable),
            (None, None) => self.refuse(id.as_deref(), Code::NotOpened),
        }
        self.open_next();
    }
}
