"use strict";
/* Sorts and filters tables, marks the reader's site, reads curves out by day. The page reads fully without it. */
(function () {
  var LONG = 12;
  var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

  function all(selector, from) {
    return Array.from((from || document).querySelectorAll(selector));
  }

  function made(name, className, text) {
    var element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  function words(element) {
    return element.textContent.replace(/\s+/g, " ").trim();
  }

  /* What a screen reader is told of, without a move of the focus. */
  var told = made("div", "hidden");
  told.setAttribute("role", "status");
  document.querySelector("main").appendChild(told);
  var telling = 0;

  function tell(text) {
    clearTimeout(telling);
    telling = setTimeout(function () {
      told.textContent = text;
    }, 400);
  }

  /* Sorting */

  function day(text) {
    var m = /^(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]* (?:(\d{1,2}), )?(\d{4})$/.exec(text);
    var month = m ? MONTHS.indexOf(m[2].toLowerCase()) : -1;
    return month < 0 ? NaN : Date.UTC(+m[4], month, +(m[1] || m[3] || 1));
  }

  /* A number, a day or a word; null for what is hidden, withheld or not there. */
  function key(text, numbers) {
    if (/^$|^[\u2039\u2013]/.test(text) || (numbers && !/\d/.test(text))) {
      return null;
    }
    var date = day(text);
    if (!isNaN(date)) {
      return date;
    }
    var part = /^([\d,]+) of ([\d,]+)$/.exec(text);
    if (part) {
      return (100 * parseInt(part[1].replace(/,/g, ""), 10)) / parseInt(part[2].replace(/,/g, ""), 10);
    }
    var m = /^(under |over |p [=<] )?([-\u2212]?\d[\d,]*(?:\.\d+)?)(?![\w-])/.exec(text);
    if (!m) {
      return text;
    }
    var number = parseFloat(m[2].replace(/,/g, "").replace("\u2212", "-"));
    return m[1] === "under " ? number - 0.5 : m[1] === "over " ? number + 0.5 : number;
  }

  function order(a, b) {
    if (typeof a === "number" && typeof b === "number") {
      return a - b;
    }
    if (typeof a === typeof b) {
      return a.localeCompare(b, "en", { numeric: true });
    }
    return typeof a === "number" ? -1 : 1;
  }

  function sortable(table) {
    var body = table.tBodies[0];
    var asWritten = Array.from(body.rows);
    var heads = all("thead th", table);
    heads.forEach(function (head, column) {
      var button = made("button", "", words(head));
      var numbers = !head.classList.contains("l");
      button.type = "button";
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var first = numbers ? "descending" : "ascending";
        var now = head.getAttribute("aria-sort");
        var next = !now ? first : now !== first ? "" : numbers ? "ascending" : "descending";
        heads.forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        if (next) {
          head.setAttribute("aria-sort", next);
        }
        var keyed = asWritten.map(function (row, at) {
          return { row: row, at: at, key: next ? key(words(row.cells[column]), numbers) : at };
        });
        keyed.sort(function (a, b) {
          if (a.key === null || b.key === null) {
            return (a.key === null) - (b.key === null) || a.at - b.at;
          }
          var o = order(a.key, b.key);
          return (next === "descending" ? -o : o) || a.at - b.at;
        });
        keyed.forEach(function (k) {
          body.appendChild(k.row);
        });
        tell(next ? "Sorted by " + words(button) + ", " + next + "." : "In the order of the report.");
      });
    });
  }

  /* Filtering */

  var fields = 0;

  function filterable(table) {
    var rows = Array.from(table.tBodies[0].rows);
    var line = made("p", "filter");
    var label = made("label", "", "Rows with ");
    var field = made("input");
    var count = made("span", "", rows.length + " rows");
    fields += 1;
    field.type = "search";
    field.id = "rows-with-" + fields;
    label.htmlFor = field.id;
    field.autocomplete = "off";
    field.addEventListener("input", function () {
      var wanted = field.value.toLowerCase().split(/\s+/);
      var found = 0;
      rows.forEach(function (row) {
        var text = Array.from(row.cells).map(words).join(" ").toLowerCase();
        var fits = wanted.every(function (word) {
          return text.indexOf(word) >= 0;
        });
        row.classList.toggle("unlike", !fits);
        found += fits ? 1 : 0;
      });
      count.textContent = found === rows.length ? found + " rows" : found + " of " + rows.length + " rows";
      tell(count.textContent + " shown.");
    });
    line.append(label, field, count);
    var frame = table.closest(".scroll") || table;
    frame.parentNode.insertBefore(line, frame);
  }

  all("table.data").forEach(function (table) {
    var isLong = table.tBodies[0].rows.length > LONG;
    if (isLong || table.hasAttribute("data-sort")) {
      sortable(table);
    }
    if (isLong) {
      filterable(table);
    }
  });

  /* The reader's site */

  var choice = document.querySelector(".choose-site");

  function siteOf(row, sites) {
    for (var i = 0; i < row.cells.length; i += 1) {
      var text = words(row.cells[i]);
      if (sites.indexOf(text) >= 0) {
        return text;
      }
    }
    return "";
  }

  function sites(box) {
    var select = box.querySelector("select");
    var alone = box.querySelector("input");
    var names = Array.from(select.options).map(function (option) {
      return option.value;
    });
    names.shift();
    all("table.data tbody tr").forEach(function (row) {
      var site = siteOf(row, names);
      if (site) {
        row.setAttribute("data-site", site);
      }
    });
    var marked = all("[data-site]");

    function show() {
      var mine = select.value;
      alone.disabled = !mine;
      marked.forEach(function (part) {
        var isMine = part.getAttribute("data-site") === mine;
        part.classList.toggle("mine", isMine);
        part.classList.toggle("elsewhere", !isMine && mine !== "" && alone.checked);
      });
    }

    function remember() {
      var hash = select.value ? "#site=" + encodeURIComponent(select.value) + (alone.checked ? "&only" : "") : "#";
      try {
        history.replaceState(null, "", hash);
      } catch (refused) {
        /* A viewer that keeps its address to itself: the choice lasts as long as the page. */
      }
    }

    function changed() {
      show();
      remember();
      tell(
        !select.value
          ? "All sites, none marked."
          : alone.checked
            ? "Only " + select.value + " and the whole program are shown."
            : select.value + " is marked."
      );
    }

    var asked = /^#site=([^&]*)(&only)?$/.exec(location.hash);
    if (asked) {
      try {
        var name = decodeURIComponent(asked[1]);
        if (names.indexOf(name) >= 0) {
          select.value = name;
          alone.checked = Boolean(asked[2]);
        }
      } catch (unreadable) {
        /* An address that somebody cut short marks nothing. */
      }
    }
    select.addEventListener("change", changed);
    alone.addEventListener("change", changed);
    box.hidden = false;
    show();
  }

  if (choice) {
    sites(choice);
  }

  /* Curves, day by day: values come from the table behind the chart, places from its axis. */

  function ticks(svg, days) {
    var lines = {};
    all("text", svg).forEach(function (text) {
      var at = days.indexOf(words(text));
      if (at >= 0) {
        var y = text.getAttribute("y");
        lines[y] = lines[y] || [];
        /* The same day twice in a line: several axes side by side, and no single place. */
        lines[y][at] = at in lines[y] ? NaN : parseFloat(text.getAttribute("x"));
      }
    });
    var axis = Object.keys(lines)
      .map(function (y) {
        return lines[y];
      })
      .sort(function (a, b) {
        return Object.keys(b).length - Object.keys(a).length;
      })[0];
    return axis && Object.keys(axis).length > 1 && !axis.some(isNaN) ? axis : null;
  }

  function hair(svg) {
    var line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    line.setAttribute("class", "hair");
    line.setAttribute("y1", "0");
    line.setAttribute("y2", String(svg.viewBox.baseVal.height));
    svg.appendChild(line);
    return line;
  }

  function readable(figure, table, number) {
    var heads = all("thead th", table).map(words);
    var rows = Array.from(table.tBodies[0].rows).map(function (row) {
      return Array.from(row.cells).map(words);
    });
    var days = rows.map(function (row) {
      return row[0];
    });
    var charts = all("svg", figure)
      .map(function (svg) {
        return { svg: svg, axis: ticks(svg, days) };
      })
      .filter(function (chart) {
        return chart.axis;
      });
    if (!charts.length || rows.length < 2) {
      return;
    }
    var box = made("div", "readout");
    var label = made("label", "", "Read at day");
    var slider = made("input");
    var values = made("p", "values", "Move over the chart, or this control, to read values.");
    var untouched = true;
    slider.type = "range";
    slider.id = "day-" + number;
    label.htmlFor = slider.id;
    slider.min = "0";
    slider.max = String(rows.length - 1);
    slider.value = String(Math.max(days.indexOf("90"), 0));

    function read(row) {
      untouched = false;
      slider.value = String(row);
      var texts = rows[row].slice(1).map(function (cell, at) {
        return heads[at + 1] + ": " + cell;
      });
      var text = "Day " + days[row] + ". " + texts.join(". ");
      slider.setAttribute("aria-valuetext", text);
      values.textContent = text;
      charts.forEach(function (chart) {
        var x = chart.axis[row];
        chart.line = chart.line || hair(chart.svg);
        chart.line.classList.toggle("off", x === undefined);
        if (x !== undefined) {
          chart.line.setAttribute("x1", String(x));
          chart.line.setAttribute("x2", String(x));
        }
      });
    }

    slider.addEventListener("input", function () {
      read(+slider.value);
    });
    charts.forEach(function (chart) {
      chart.svg.addEventListener("pointermove", function (event) {
        var frame = chart.svg.getBoundingClientRect();
        var x = ((event.clientX - frame.left) / frame.width) * chart.svg.viewBox.baseVal.width;
        var nearest = -1;
        chart.axis.forEach(function (at, row) {
          if (nearest < 0 || Math.abs(at - x) < Math.abs(chart.axis[nearest] - x)) {
            nearest = row;
          }
        });
        if (untouched || String(nearest) !== slider.value) {
          read(nearest);
        }
      });
    });
    box.append(label, slider, values);
    figure.insertBefore(box, figure.querySelector("details"));
  }

  all("figure").forEach(function (figure, number) {
    var table = figure.querySelector("details table");
    var head = table ? table.querySelector("thead th") : null;
    if (head && words(head) === "Day") {
      readable(figure, table, number);
    }
  });
})();
