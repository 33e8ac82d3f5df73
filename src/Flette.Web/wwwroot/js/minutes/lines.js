// Lines that are sent and not acknowledged yet. They lie in the browser, one entry for each line, under who wrote them and in
// which meeting, and are gone when the server has them. Where the browser gives no room they are kept while the page is open.
(() => {
  "use strict";

  const parts = (window.fletteMinutes ??= {});

  /** A form key: random, also where the page is not served over TLS. */
  parts.newKey = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };

  parts.WaitingLines = class {
    #prefix;
    #memory = new Map();
    #last = 0;

    constructor(person, meeting) {
      this.#prefix = `flette.minutes.${person}.${meeting}.`;
    }

    /** Whether every line lies where it survives that the page is closed. */
    get safe() {
      return this.#memory.size === 0;
    }

    /** Those that wait, the oldest first. */
    all() {
      const found = new Map(this.#memory);
      try {
        for (let i = 0; i < localStorage.length; i++) {
          const place = localStorage.key(i);
          if (!place.startsWith(this.#prefix)) continue;
          const line = this.#read(localStorage.getItem(place));
          if (line) found.set(place, line);
        }
      } catch {
        // Forbidden: what is in memory is all there is.
      }
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, line]) => ({ ...line, place }));
    }

    /** Keeps a line until it is acknowledged. */
    keep(line) {
      // Two in one millisecond keep their order; so do two tabs of the same person, by the clock they share.
      this.#last = Math.max(this.#last + 1, Date.now());
      const place = `${this.#prefix}${String(this.#last).padStart(15, "0")}.${line.key}`;
      this.#write(place, line);
      return { ...line, place };
    }

    /** Changes what is kept of a line that waits. */
    change(line) {
      const { place, ...rest } = line;
      this.#write(place, rest);
    }

    /** The server has it, or the one who wrote has taken it back into the field. */
    forget(line) {
      this.#memory.delete(line.place);
      try {
        localStorage.removeItem(line.place);
      } catch {
        // Then it never lay there.
      }
    }

    #write(place, line) {
      try {
        localStorage.setItem(place, JSON.stringify(line));
        this.#memory.delete(place);
      } catch {
        this.#memory.set(place, line);
      }
    }

    #read(text) {
      try {
        const line = JSON.parse(text);
        return typeof line?.key === "string" && Array.isArray(line.fields) ? line : null;
      } catch {
        return null;
      }
    }
  };
})();
