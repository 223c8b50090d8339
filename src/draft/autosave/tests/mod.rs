//! Each fault that keeping survives, with a storage and tabs that are as mean as those of a browser.

mod faults;
mod queue;
mod tabs;
mod world;
