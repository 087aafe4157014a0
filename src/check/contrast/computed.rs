//! What holds at a place of the page.

use super::mode::Canvas;
use super::{Color, Mode, Paint, Setting};

/// From here on letters are large, in pixels: 18 points.
const LARGE: f64 = 24.0;
/// From here on bold letters are: 14 points.
const LARGE_BOLD: f64 = 18.66;
/// Letters smaller than this are not meant to be read, in pixels.
const LEGIBLE: f64 = 3.0;

/// What holds within an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Computed {
    /// The colour of words; `None` where it cannot be known.
    text: Option<Color>,
    /// That colour as the page declares it, before a client changes it.
    pub(super) declared: Color,
    /// What is behind, seen through all that encloses it; `None` where it cannot be known.
    background: Option<Color>,
    pixels: f64,
    bold: bool,
    opacity: f64,
    shown: bool,
}

impl Computed {
    /// What holds on the bare page.
    pub(super) fn new(canvas: &Canvas) -> Self {
        Self {
            text: Some(canvas.text),
            declared: canvas.text,
            background: Some(canvas.background),
            pixels: 16.0,
            bold: false,
            opacity: 1.0,
            shown: true,
        }
    }

    /// The same, not to be seen.
    pub(super) fn hidden(self) -> Self {
        Self { shown: false, ..self }
    }

    /// Whether anything here can be seen.
    pub(super) fn is_shown(&self) -> bool {
        self.shown && self.opacity > 0.0 && self.pixels >= LEGIBLE
    }

    /// What holds within an element that sets this, the strongest last.
    pub(super) fn within(self, settings: impl Iterator<Item = Setting>, mode: Mode) -> Self {
        let mut inner = self;
        let mut behind = None;
        let mut image = false;
        let mut lifted = false;
        let mut opacity = 1.0;
        for setting in settings {
            match setting {
                Setting::Text(Paint::Color(color)) => {
                    (inner.text, inner.declared) = (Some(mode.text(color)), color);
                }
                Setting::Text(Paint::Inherited) => {
                    (inner.text, inner.declared) = (self.text, self.declared);
                }
                Setting::Text(Paint::Unknown) => inner.text = None,
                Setting::Background(paint) => behind = Some(paint),
                Setting::Image(shown) => image = shown,
                Setting::Size(size) => inner.pixels = size.within(self.pixels),
                Setting::Bold(bold) => inner.bold = bold,
                Setting::Shown(shown) => inner.shown = self.shown && shown,
                Setting::Opacity(part) => opacity = part,
                Setting::Lifted => lifted = true,
            }
        }
        inner.opacity = self.opacity * opacity;
        if image || lifted {
            inner.background = None;
        }
        inner.paint(behind.filter(|_| !image), mode);
        inner
    }

    fn paint(&mut self, behind: Option<Paint>, mode: Mode) {
        match behind {
            Some(Paint::Color(color)) if color.alpha > 0.0 => {
                let color = mode.background(color);
                let color = Color {
                    alpha: color.alpha * self.opacity,
                    ..color
                };
                let solid = color.alpha >= 1.0;
                self.background = if solid {
                    Some(color)
                } else {
                    self.background.map(|behind| color.over(behind))
                };
            }
            None | Some(Paint::Color(_)) => {}
            Some(Paint::Inherited | Paint::Unknown) => self.background = None,
        }
    }

    /// The colours of words as they are seen, and of what is behind them, where both are known.
    pub(super) fn colors(&self) -> Option<(Color, Color)> {
        let (text, background) = (self.text?, self.background?);
        let text = Color {
            alpha: text.alpha * self.opacity,
            ..text
        };
        // Words that cannot be seen at all are hidden on purpose.
        (text.alpha > 0.0).then(|| (text.over(background), background))
    }

    /// Whether words here are large enough to be read at less contrast.
    pub(super) fn is_large(&self) -> bool {
        self.pixels >= LARGE || self.bold && self.pixels >= LARGE_BOLD
    }
}
