// The field for a line: Enter sends, Shift+Enter breaks the line, nothing pasted is cut. While one types: what the line will be, names
// to choose among, and a draft on the server each two seconds.
(() => {
  "use strict";

  const parts = (window.fletteMinutes ??= {});
  const previewAfter = 300;
  const draftEvery = 2_000;

  /** Makes a field that holds one line hold several: an input would throw away the line breaks of what is pasted. */
  parts.grow = (form) => {
    const input = form.querySelector("input[name=Typed]");
    if (!input) return form.querySelector("textarea[name=Typed]");
    const area = document.createElement("textarea");
    for (const { name, value } of input.attributes) if (!["type", "value"].includes(name)) area.setAttribute(name, value);
    area.rows = 1;
    area.enterKeyHint = "send";
    area.value = input.value;
    input.replaceWith(area);
    if (input.autofocus && !document.querySelector("[data-error-summary]")) area.focus();
    return area;
  };

  parts.Field = class {
    #form;
    #area;
    #preview;
    #announced;
    #address;
    #previewTimer = 0;
    #draftTimer = 0;
    #asked = 0;
    #shown = null;
    #drafted;
    #saving = null;

    constructor(main, form, address) {
      this.#form = form;
      this.#address = address;
      this.#preview = main.querySelector("[data-preview]");
      this.#announced = main.querySelector("[data-announced]");
      this.#area = parts.grow(form);
      this.#area.setAttribute("aria-autocomplete", "list");
      this.#drafted = this.#area.value;
      this.#area.addEventListener("input", () => this.#typed());
      this.#area.addEventListener("blur", () => this.#close());
      this.#preview.addEventListener("mousedown", (event) => {
        const option = event.target.closest("[role=option]");
        if (!option) return;
        event.preventDefault();
        this.#accept(option);
      });
      document.addEventListener("visibilitychange", () => document.hidden && this.#draft());
      if (this.text) this.#typed();
    }

    get text() {
      return this.#area.value;
    }

    get key() {
      return this.#form.elements.FormKey.value;
    }

    focus() {
      this.#area.focus();
    }

    /** Empties it for the next line, which has a key of its own. */
    next() {
      this.#area.value = "";
      this.#form.elements.FormKey.value = parts.newKey();
      this.#drafted = "";
      clearTimeout(this.#draftTimer);
      this.#draftTimer = 0;
      this.#typed();
    }

    /** Keys of the list of names. Whether it took the key. */
    takes(event) {
      const options = [...this.#preview.querySelectorAll("[role=option]")];
      if (event.target !== this.#area || options.length === 0) return false;
      const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        this.#select(options, (at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
      } else if (event.key === "Tab" && !event.shiftKey && this.#shown === this.text) {
        this.#accept(options[Math.max(at, 0)]);
      } else if (event.key === "Escape") {
        this.#close();
      } else return false;
      event.preventDefault();
      return true;
    }

    #select(options, at) {
      options.forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
      this.#area.setAttribute("aria-activedescendant", options[at].id);
    }

    #accept(option) {
      const list = option.closest("[data-start]");
      if (this.#shown !== this.text) return;
      const start = Number(list.dataset.start);
      const end = start + Number(list.dataset.length);
      const after = this.text.slice(end);
      const name = option.dataset.name + (after.trim() === "" ? " " : "");
      this.#area.setRangeText(name, start, after.trim() === "" ? this.text.length : end, "end");
      this.#close();
      this.#typed();
    }

    /** Puts the names away; what the line will be stays. */
    #close() {
      this.#preview.querySelector("[role=listbox]")?.remove();
      this.#area.removeAttribute("aria-activedescendant");
      this.#area.removeAttribute("aria-controls");
    }

    #typed() {
      clearTimeout(this.#previewTimer);
      if (this.text.trim() === "") {
        this.#asked++;
        this.#close();
        this.#preview.hidden = true;
        this.#preview.replaceChildren();
      } else {
        this.#previewTimer = setTimeout(() => this.#ask(), previewAfter);
      }
      if (!this.#draftTimer) this.#draftTimer = setTimeout(() => this.#draft(), draftEvery);
    }

    async #ask() {
      const [text, number] = [this.text, ++this.#asked];
      let html;
      try {
        const answer = await parts.post(`${this.#address}?handler=Preview`, [["Typed", text]]);
        if (!answer.ok) return;
        html = await answer.text();
      } catch {
        return;
      }
      // Another was asked for meanwhile, or the line was sent.
      if (number !== this.#asked) return;
      this.#shown = text;
      const page = new DOMParser().parseFromString(html, "text/html");
      const spoken = page.querySelector("[data-announce]");
      spoken?.remove();
      if (document.activeElement !== this.#area) page.querySelector("[role=listbox]")?.remove();
      this.#preview.replaceChildren(...page.body.childNodes);
      this.#preview.hidden = this.#preview.childElementCount === 0;
      const options = [...this.#preview.querySelectorAll("[role=option]")];
      if (options.length > 0) {
        this.#area.setAttribute("aria-controls", "matches");
        this.#select(options, 0);
      } else this.#close();
      this.#announced.textContent = spoken?.textContent ?? "";
    }

    async #draft() {
      clearTimeout(this.#draftTimer);
      this.#draftTimer = 0;
      const [text, key] = [this.text, this.key];
      if (text === this.#drafted || this.#saving) return;
      this.#saving = parts.post(`${this.#address}?handler=Draft`, [["Line", key], ["Typed", text]]);
      try {
        const answer = await this.#saving;
        if (answer.ok && key === this.key) this.#drafted = text;
      } catch {
        // Tried again below: it stands in the field meanwhile.
      } finally {
        this.#saving = null;
      }
      if (this.text !== this.#drafted && !this.#draftTimer) this.#draftTimer = setTimeout(() => this.#draft(), draftEvery);
    }
  };
})();
