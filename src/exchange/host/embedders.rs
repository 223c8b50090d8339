//! Who may talk with an embedded view: the sites that the configuration names, and those of them that are told.

/// The sites that may embed the page, as the configuration names them: `https://intranet.example.se`. None may where it
/// names none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Embedders(Vec<String>);

impl Embedders {
    /// Those of a list that are an origin: a scheme, a name and perhaps a port, and nothing else.
    pub fn new(named: impl IntoIterator<Item = String>) -> Self {
        Self(named.into_iter().filter(|origin| is_origin(origin)).collect())
    }

    /// Whether an origin is one of them.
    pub fn hold(&self, origin: &str) -> bool {
        self.0.iter().any(|known| known == origin)
    }

    /// The sites that are told what happens, given the site around the view: that one, if it is one of them. All of them
    /// where the browser does not say which is around, for it delivers what is told a site to that site and no other.
    pub fn to_tell(&self, around: Option<&str>) -> Vec<String> {
        self.0.iter().filter(|known| around.is_none_or(|around| around == *known)).cloned().collect()
    }
}

fn is_origin(text: &str) -> bool {
    let Some(host) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let (name, port) = host.split_once(':').map_or((host, "1"), |(name, port)| (name, port));
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    !name.is_empty() && name.chars().all(plain) && !port.is_empty() && port.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedders() -> Embedders {
        let named =
            ["https://intranet.example.se", "http://localhost:8080", "*", "https://a.se/path", "null", "https://"];
        Embedders::new(named.map(str::to_owned))
    }

    #[test]
    fn only_those_named_may_embed() {
        let embedders = embedders();
        assert!(embedders.hold("https://intranet.example.se"));
        assert!(embedders.hold("http://localhost:8080"));
        for other in ["*", "null", "", "https://a.se", "https://a.se/path", "https://", "http://intranet.example.se"] {
            assert!(!embedders.hold(other), "{other}");
        }
        assert!(!Embedders::default().hold("https://intranet.example.se"));
    }

    #[test]
    fn the_site_around_is_told_and_all_that_are_named_where_it_is_not_known() {
        let embedders = embedders();
        assert_eq!(embedders.to_tell(Some("http://localhost:8080")), ["http://localhost:8080"]);
        assert_eq!(embedders.to_tell(Some("https://a.se")), [""; 0]);
        assert_eq!(embedders.to_tell(None), ["https://intranet.example.se", "http://localhost:8080"]);
        assert_eq!(Embedders::default().to_tell(None), [""; 0]);
    }
}
