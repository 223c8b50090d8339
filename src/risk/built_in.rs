//! Methods that come with the product, each a file of the format with scales and one matrix.

/// The national scales of 2013 (NRFB), which a file without matrices gets.
pub const NATIONAL_2013: &str = include_str!("built_in/national_2013.json");

/// All of them by the id of their matrix, in the order they are offered.
///
/// - `national-2013`: five steps with the national bounds, the worst dimension decides;
/// - `five-steps`: as smaller municipalities write them, described in words over five dimensions (Bjurholm 2023);
/// - `internal-control`: four by four, one consequence;
/// - `reverse`: no likelihood, but what can be done about the loss of something (Hagfors 2023).
pub const ALL: [(&str, &str); 4] = [
    ("national-2013", NATIONAL_2013),
    ("five-steps", include_str!("built_in/five_steps.json")),
    ("internal-control", include_str!("built_in/internal_control.json")),
    ("reverse", include_str!("built_in/reverse.json")),
];
