(function () {
  "use strict";
  var panel = document.getElementById("words");
  var scroll = panel.querySelector(".scroll"), bar = panel.querySelector(".bar"), where = panel.querySelector(".where");
  var sources = panel.querySelectorAll(".source");
  var shown = [], at = 0, opener = null;
  document.documentElement.classList.add("js");

  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function clear(name) { each(document.querySelectorAll("." + name), function (e) { e.classList.remove(name); }); }

  function step(to) {
    at = (to + shown.length) % shown.length;
    var anchor = document.getElementById("w" + shown[at]);
    if (!anchor) return;
    var source = anchor.closest(".source");
    each(sources, function (s) { s.hidden = s !== source; });
    clear("now");
    each(document.getElementsByClassName("w" + shown[at]), function (m) { m.classList.add("now"); });
    var who = document.querySelector("#v" + shown[at] + " .who");
    where.textContent = (shown.length > 1 ? (at + 1) + " of " + shown.length + ": " : "") + (who ? who.textContent : "The words");
    var box = scroll.getBoundingClientRect(), mark = anchor.getBoundingClientRect();
    scroll.scrollTop += mark.top - box.top - box.height / 3;
  }

  function open(link) {
    shown = link.getAttribute("data-w").split(" ");
    opener = link;
    clear("on");
    link.classList.add("on");
    each(shown, function (n) { each(document.getElementsByClassName("w" + n), function (m) { m.classList.add("on"); }); });
    bar.hidden = false;
    panel.classList.add("open");
    document.body.classList.add("reading");
    each(panel.querySelectorAll(".prev,.next"), function (b) { b.hidden = shown.length < 2; });
    step(0);
    history.replaceState(null, "", "#w" + shown[0]);
  }

  function close() {
    panel.classList.remove("open");
    document.body.classList.remove("reading");
    bar.hidden = true;
    clear("on");
    clear("now");
    each(sources, function (s) { s.hidden = false; });
    if (opener) opener.focus();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-w]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  panel.querySelector(".prev").addEventListener("click", function () { step(at - 1); });
  panel.querySelector(".next").addEventListener("click", function () { step(at + 1); });
  panel.querySelector(".close").addEventListener("click", close);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape" && !bar.hidden) close(); });

  var first = /^#w(\d+)$/.exec(location.hash);
  var link = first && document.querySelector('a.cite[data-w="' + first[1] + '"]');
  if (link) open(link);
})();
