//! The command line says how it is used, to whom asks on standard output and to whom errs on standard error.
#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::process::{Command, Output};

fn ombud(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ombud")).args(arguments).output().expect("the command runs")
}

#[test]
fn help_is_given_where_it_is_asked_for() {
    for arguments in [&["help"][..], &["--help"], &["-h"], &["check", "--help"]] {
        let run = ombud(arguments);
        assert!(run.status.success() && run.stderr.is_empty(), "{arguments:?}");
        assert!(run.stdout.starts_with(b"ombud check FILE"), "{arguments:?}");
    }
}

#[test]
fn what_is_no_command_ends_with_2_and_says_what_there_is() {
    for arguments in [&[][..], &["chekc"]] {
        let run = ombud(arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(
            run.stdout.is_empty() && String::from_utf8_lossy(&run.stderr).contains("ombud check FILE"),
            "{arguments:?}"
        );
    }
}
