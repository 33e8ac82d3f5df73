// Keys for the desk. Everything here is a shortcut to something that also works without it.
(() => {
  "use strict";

  const isTyping = (element) =>
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=submit])"));

  const isVisible = (element) => element.getClientRects().length > 0;

  const focusOn = (element) => {
    if (!element || !isVisible(element)) return false;
    element.focus();
    element.scrollIntoView({ block: "nearest" });
    return true;
  };

  /** The element a key belongs to: first inside the line that has focus, then on the page. */
  const byKey = (key) => {
    const wanted = [...document.querySelectorAll("[data-key]")].filter((one) => one.dataset.key.toLowerCase() === key && isVisible(one));
    const line = document.activeElement?.closest("[data-line]");
    return wanted.find((one) => line?.contains(one)) ?? wanted.find((one) => !one.closest("[data-line]")) ?? null;
  };

  const moveLine = (step) => {
    const lines = [...document.querySelectorAll("[data-line]")].filter(isVisible);
    if (lines.length === 0) return false;
    const at = lines.findIndex((line) => line.contains(document.activeElement));
    const to = at < 0 ? (step > 0 ? 0 : lines.length - 1) : at + step;
    return to >= 0 && to < lines.length && focusOn(lines[to]);
  };

  /** A button outside the lines brings one back to the line one stands in, unless the answer leads elsewhere. */
  const comeBack = (button) => {
    const line = document.activeElement?.closest("[data-line][id]");
    if (line && button.form && !button.closest("[data-line]")) {
      button.formAction = button.formAction.replace(/#.*|$/, "#" + line.id);
    }
  };

  // Single keys can be turned off on this device (WCAG 2.1.4). The button is of no use without the script, so it is shown here.
  const place = "flette.keys";
  const keysAreOn = () => localStorage.getItem(place) !== "off";
  const foot = document.querySelector("[data-keys]");
  if (foot) {
    const button = foot.querySelector("button");
    const show = () => button.setAttribute("aria-pressed", String(keysAreOn()));
    button.addEventListener("click", () => {
      localStorage.setItem(place, keysAreOn() ? "off" : "on");
      show();
    });
    show();
    foot.hidden = false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const target = event.target;

    // Ctrl+Enter sends the form one is writing in.
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && isTyping(target) && target.form) {
      event.preventDefault();
      target.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || !keysAreOn()) return;
    if (isTyping(target)) {
      if (event.key === "Escape") target.blur();
      return;
    }

    const key = event.key.toLowerCase();
    let handled = false;
    if (key === "/") handled = focusOn(document.querySelector("[data-search]"));
    else if (key === "l") handled = focusOn(document.querySelector("[data-call-log]"));
    else if (key === "arrowdown" || key === "arrowup") handled = moveLine(key === "arrowdown" ? 1 : -1);
    if (!handled) {
      const element = byKey(key);
      if (element) {
        comeBack(element);
        element.click();
        handled = true;
      }
    }
    if (handled) event.preventDefault();
  });

  // Not every browser lets a group take focus by the autofocus attribute.
  const summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();
})();
