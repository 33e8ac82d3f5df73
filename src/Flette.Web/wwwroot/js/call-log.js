// When someone is chosen, the topic and whom it is about are proposed in view. Without the script the server proposes
// the same when the call is saved.
(() => {
  "use strict";

  for (const form of document.querySelectorAll("form[data-call]")) {
    const who = form.elements["Call.With"];
    const topic = form.elements["Call.Topic"];
    const about = [...form.querySelectorAll("[name='Call.About']")];
    // What a person has chosen herself is never changed.
    let touched = about.some((one) => one.checked) || topic.value !== "";
    form.addEventListener("change", (event) => {
      if (event.target === topic || about.includes(event.target)) touched = true;
    });
    who.addEventListener("change", () => {
      const chosen = [...(who.list?.options ?? [])].find((one) => one.value === who.value.trim());
      if (touched || !chosen) return;
      topic.value = chosen.dataset.topic || "FamilyLife";
      const concerned = (chosen.dataset.about || "").split(",");
      for (const one of about) one.checked = concerned.includes(one.value);
    });
  }
})();
