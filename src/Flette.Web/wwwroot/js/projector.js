// The common screen follows the minutes: asks each 1.5 s whether something is new, and rests while nobody sees it.
(() => {
  "use strict";

  const pause = 1500;
  let tag = null;
  let timer = null;

  const look = async () => {
    timer = null;
    try {
      const answer = await fetch(location.href, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store", redirect: "manual" });
      if (answer.ok) {
        tag = answer.headers.get("ETag");
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const next = page.getElementById("main");
        const now = document.getElementById("main");
        if (next && now && next.innerHTML !== now.innerHTML) {
          now.replaceWith(document.adoptNode(next));
        }
      } else if (answer.status !== 304) {
        // No longer ours to show: what stands on the wall goes away.
        location.reload();
        return;
      }
    } catch {
      // The network is away: what stands stays, and we ask again.
    }
    wait();
  };

  const wait = () => {
    if (!document.hidden && timer === null) timer = setTimeout(look, pause);
  };

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      clearTimeout(timer);
      look();
    }
  });
  wait();
})();
