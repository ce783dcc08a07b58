-- A second implementation of seven measures, from the raw CSV files and the texts of the feeds and
-- measures alone: nothing of the product is read or called. ${feeds} is the folder of monthly
-- deliveries under canonical names. Days count from admission.

CREATE MACRO cut() AS DATE '2025-06-30';
CREATE MACRO month_start() AS DATE '2025-06-01';
CREATE MACRO cohort_from() AS DATE '2024-07-01';
CREATE MACRO silence() AS 30;
CREATE MACRO landmark() AS 30;
CREATE MACRO iso(cell) AS CAST(try_strptime(cell, '%Y-%m-%d') AS DATE);

-- Versions of rows: later deliveries stand over earlier ones, later lines over earlier lines.
CREATE TABLE episode_versions AS
  SELECT *, row_number() OVER () AS line
  FROM read_csv('${feeds}/*/episodes-*.csv', all_varchar = true, filename = true, parallel = false,
    delim = ',', quote = '"', escape = '"', header = true, auto_detect = false, columns = {
      'episode_id': 'VARCHAR', 'client_id': 'VARCHAR', 'site': 'VARCHAR', 'admitted_on': 'VARCHAR',
      'discharged_on': 'VARCHAR', 'discharge_reason': 'VARCHAR', 'tier': 'VARCHAR',
      'prior_care': 'VARCHAR', 'age_group': 'VARCHAR', 'sex': 'VARCHAR',
      'primary_substance': 'VARCHAR', 'medication': 'VARCHAR', 'daily_role': 'VARCHAR',
      'row_deleted': 'VARCHAR', 'client_name': 'VARCHAR'});

CREATE TABLE session_versions AS
  SELECT *, row_number() OVER () AS line
  FROM read_csv('${feeds}/*/attendance-*.csv', all_varchar = true, filename = true,
    parallel = false, delim = ',', quote = '"', escape = '"', header = true, auto_detect = false,
    columns = {
      'session_id': 'VARCHAR', 'episode_id': 'VARCHAR', 'scheduled_on': 'VARCHAR',
      'service': 'VARCHAR', 'status': 'VARCHAR', 'minutes': 'VARCHAR', 'mode': 'VARCHAR',
      'family_present': 'VARCHAR', 'row_deleted': 'VARCHAR', 'staff_note': 'VARCHAR'});

CREATE TABLE checkin_versions AS
  SELECT *, row_number() OVER () AS line
  FROM read_csv('${feeds}/*/checkins-*.csv', all_varchar = true, filename = true, parallel = false,
    delim = ',', quote = '"', escape = '"', header = true, auto_detect = false, columns = {
      'checkin_id': 'VARCHAR', 'episode_id': 'VARCHAR', 'checkin_on': 'VARCHAR',
      'reported_use': 'VARCHAR', 'test_result': 'VARCHAR', 'role_kept': 'VARCHAR',
      'craving': 'VARCHAR', 'row_deleted': 'VARCHAR'});

CREATE TABLE relapse_versions AS
  SELECT *, row_number() OVER () AS line
  FROM read_csv('${feeds}/*/relapses-*.csv', all_varchar = true, filename = true, parallel = false,
    delim = ',', quote = '"', escape = '"', header = true, auto_detect = false, columns = {
      'relapse_id': 'VARCHAR', 'episode_id': 'VARCHAR', 'started_on': 'VARCHAR',
      'ended_on': 'VARCHAR', 'severity': 'VARCHAR', 'source': 'VARCHAR', 'row_deleted': 'VARCHAR'});

CREATE TABLE placement_versions AS
  SELECT *, row_number() OVER () AS line
  FROM read_csv('${feeds}/*/placements-*.csv', all_varchar = true, filename = true,
    parallel = false, delim = ',', quote = '"', escape = '"', header = true, auto_detect = false,
    columns = {
      'placement_id': 'VARCHAR', 'episode_id': 'VARCHAR', 'tier': 'VARCHAR', 'from_on': 'VARCHAR',
      'to_on': 'VARCHAR', 'row_deleted': 'VARCHAR'});

-- Rows that are well formed; of each key the latest; withdrawn ones gone.
CREATE TABLE roster AS
  SELECT * EXCLUDE (row_deleted) FROM (
    SELECT episode_id, client_id, site, iso(admitted_on) AS admitted,
      iso(discharged_on) AS discharged, discharge_reason AS reason, tier, row_deleted
    FROM episode_versions
    WHERE iso(admitted_on) IS NOT NULL AND client_id IS NOT NULL AND site IS NOT NULL
      AND tier IN ('OP', 'IOP', 'HIOP', 'OTP', 'RES')
      AND (discharged_on IS NULL OR iso(discharged_on) IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY episode_id ORDER BY filename DESC, line DESC) = 1)
  WHERE row_deleted IS NULL;

CREATE TABLE sessions AS
  SELECT s.*, date_diff('day', admitted, held_on) AS day FROM (
    SELECT session_id, episode_id, iso(scheduled_on) AS held_on, service, status, family_present,
      try_cast(minutes AS INTEGER) AS minutes, row_deleted
    FROM session_versions
    WHERE iso(scheduled_on) IS NOT NULL
      AND service IN ('individual', 'group', 'family', 'education', 'medication', 'peer',
        'case_management', 'relapse_prevention', 'unscheduled')
      AND status IN ('attended', 'no_show', 'cancelled_by_client', 'cancelled_by_program',
        'excused')
    QUALIFY row_number() OVER (PARTITION BY session_id ORDER BY filename DESC, line DESC) = 1) s
  JOIN roster USING (episode_id)
  WHERE s.row_deleted IS NULL AND held_on <= cut()
    AND date_diff('day', admitted, held_on) >= -7
    AND (discharged IS NULL OR date_diff('day', discharged, held_on) <= 7);

CREATE TABLE answers AS
  SELECT c.*, date_diff('day', admitted, given_on) AS day,
    coalesce(reported_use = 'none', false) OR coalesce(test_result = 'negative', false) AS sober,
    coalesce(reported_use = 'used', false)
      OR coalesce(test_result IN ('positive', 'refused'), false) AS used
  FROM (
    SELECT checkin_id, episode_id, iso(checkin_on) AS given_on, reported_use, test_result,
      role_kept, row_deleted
    FROM checkin_versions
    WHERE iso(checkin_on) IS NOT NULL AND (reported_use IS NOT NULL OR test_result IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY checkin_id ORDER BY filename DESC, line DESC) = 1) c
  JOIN roster USING (episode_id)
  WHERE c.row_deleted IS NULL AND date_diff('day', admitted, given_on) >= -7;

CREATE TABLE placements AS
  SELECT p.*, date_diff('day', admitted, from_day) AS day FROM (
    SELECT placement_id, episode_id, tier AS placed, iso(from_on) AS from_day, row_deleted
    FROM placement_versions
    WHERE iso(from_on) IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY placement_id ORDER BY filename DESC, line DESC) = 1) p
  JOIN roster USING (episode_id)
  WHERE p.row_deleted IS NULL AND date_diff('day', admitted, from_day) >= -7;

-- Family contacts; one before admission counts as on day 0.
CREATE TABLE family AS
  SELECT episode_id, min(greatest(day, 0)) AS first_day,
    count(DISTINCT greatest(day, 0)) FILTER (greatest(day, 0) <= landmark()) AS by_landmark
  FROM sessions
  WHERE status = 'attended' AND (service = 'family' OR family_present = 'yes')
  GROUP BY episode_id;

-- How each episode ended, as known at the cut.
CREATE TABLE ends AS
  WITH seen AS (
    SELECT r.*, date_diff('day', admitted, cut()) AS cut_day,
      CASE WHEN discharged <= cut() THEN date_diff('day', admitted, discharged) END AS closed_on,
      coalesce((SELECT max(day) FROM sessions s
        WHERE s.episode_id = r.episode_id AND status = 'attended' AND day >= 0), 0) AS last_seen,
      coalesce((SELECT max(day) FROM sessions s
        WHERE s.episode_id = r.episode_id AND status = 'attended' AND day >= 0
          AND held_on <= discharged), 0) AS last_seen_before
    FROM roster r WHERE admitted <= cut()),
  dated AS (
    SELECT *,
      CASE
        WHEN closed_on IS NOT NULL AND reason IN ('left', 'administrative')
          AND closed_on - last_seen_before >= silence() THEN last_seen_before
        WHEN closed_on IS NOT NULL THEN closed_on
        WHEN cut_day >= last_seen + silence() THEN last_seen
      END AS exit_day,
      CASE
        WHEN closed_on IS NOT NULL AND reason IN ('left', 'administrative')
          AND closed_on - last_seen_before >= silence() THEN last_seen_before + silence()
        WHEN closed_on IS NOT NULL THEN closed_on
        WHEN cut_day >= last_seen + silence() THEN last_seen + silence()
      END AS known_day,
      CASE
        WHEN closed_on IS NULL AND cut_day >= last_seen + silence() THEN 'unplanned'
        WHEN reason = 'completed' THEN 'planned'
        WHEN reason = 'transferred' THEN 'transferred'
        WHEN reason IN ('left', 'administrative') THEN 'unplanned'
        ELSE 'other'
      END AS ending
    FROM seen)
  SELECT d.*, least(coalesce(exit_day, 100000), cut_day - silence()) AS followed_to,
    f.first_day AS family_from,
    CASE coalesce(f.by_landmark, 0) WHEN 0 THEN 'none' WHEN 1 THEN 'some' ELSE 'regular' END
      AS at_landmark
  FROM dated d LEFT JOIN family f USING (episode_id);

-- The tier of a day: the last spell that began by then, else the tier at admission.
CREATE MACRO tier_on(episode, on_day, admission) AS coalesce(
  (SELECT arg_max(placed, p.day) FROM placements p WHERE p.episode_id = episode AND p.day <= on_day),
  admission);

CREATE TABLE completion AS
  WITH known AS (
    SELECT *, ending = 'planned' AS above FROM ends
    WHERE exit_day IS NOT NULL AND date_add(admitted, CAST(known_day AS INTEGER)) >= month_start())
  SELECT tier, NULL AS family, site, count(*) FILTER (above) AS above, count(*) AS below
  FROM known GROUP BY GROUPING SETS ((), (tier), (site))
  UNION ALL
  SELECT tier, at_landmark, NULL, count(*) FILTER (above), count(*)
  FROM known WHERE exit_day > landmark() GROUP BY GROUPING SETS ((at_landmark), (tier, at_landmark));

CREATE TABLE attendance AS
  WITH units AS (
    SELECT tier_on(s.episode_id, s.day, e.tier) AS tier, site, status = 'attended' AS above,
      CASE WHEN family_from <= s.day THEN 'involved' ELSE 'not_yet' END AS family
    FROM sessions s JOIN ends e USING (episode_id)
    WHERE service <> 'unscheduled' AND status IN ('attended', 'no_show', 'cancelled_by_client')
      AND held_on >= month_start() AND s.day >= 0 AND s.day <= coalesce(known_day, 100000))
  SELECT tier, family, site, count(*) FILTER (above) AS above, count(*) AS below
  FROM units GROUP BY GROUPING SETS ((), (tier), (site), (family), (tier, family));

CREATE TABLE negative_tests AS
  WITH units AS (
    SELECT tier_on(a.episode_id, a.day, e.tier) AS tier, site, test_result = 'negative' AS above,
      CASE WHEN family_from <= a.day THEN 'involved' ELSE 'not_yet' END AS family
    FROM answers a JOIN ends e USING (episode_id)
    WHERE admitted >= cohort_from() AND test_result IN ('negative', 'positive', 'refused')
      AND a.day BETWEEN 1 AND followed_to)
  SELECT tier, family, site, count(*) FILTER (above) AS above, count(*) AS below
  FROM units GROUP BY GROUPING SETS ((), (tier), (site), (family), (tier, family));

CREATE TABLE role_kept AS
  WITH units AS (
    SELECT tier_on(a.episode_id, a.day, e.tier) AS tier, site, role_kept = 'yes' AS above,
      CASE WHEN family_from <= a.day THEN 'involved' ELSE 'not_yet' END AS family
    FROM answers a JOIN ends e USING (episode_id)
    WHERE role_kept IN ('yes', 'no') AND given_on BETWEEN month_start() AND cut()
      AND a.day BETWEEN 0 AND coalesce(known_day, 100000))
  SELECT tier, family, site, count(*) FILTER (above) AS above, count(*) AS below
  FROM units GROUP BY GROUPING SETS ((), (tier), (site), (family), (tier, family));

-- Whole weeks in care that ended in the month, in tiers with a floor of hours.
CREATE TABLE dose_kept AS
  WITH candidates AS (
    SELECT episode_id, tier, site, family_from, 7 * k - 6 AS first, 7 * k AS last
    FROM ends, generate_series(1, 200) AS t(k)
    WHERE date_add(admitted, CAST(7 * k AS INTEGER)) BETWEEN month_start() AND cut()
      AND 7 * k <= coalesce(exit_day, 100000)),
  placed AS (
    SELECT *, tier_on(episode_id, first, tier) AS in_tier FROM candidates),
  units AS (
    SELECT p.in_tier AS tier, p.site,
      coalesce(sum(s.minutes), 0) >= CASE in_tier WHEN 'IOP' THEN 540 ELSE 1200 END AS above,
      CASE WHEN family_from <= p.first THEN 'involved' ELSE 'not_yet' END AS family
    FROM placed p LEFT JOIN sessions s ON s.episode_id = p.episode_id AND s.status = 'attended'
      AND s.day BETWEEN p.first AND p.last
    WHERE in_tier IN ('IOP', 'HIOP')
    GROUP BY p.episode_id, p.in_tier, p.site, p.family_from, p.first
    HAVING count(*) FILTER (s.session_id IS NOT NULL AND s.minutes IS NULL) = 0)
  SELECT tier, family, site, count(*) FILTER (above) AS above, count(*) AS below
  FROM units GROUP BY GROUPING SETS ((), (tier), (site), (family), (tier, family));

CREATE TABLE retention_wa AS
  WITH units AS (
    SELECT e.tier, e.site,
      (ending = 'planned' AND exit_day < 90) OR (
        SELECT count(DISTINCT s.day // 30) FROM sessions s
        WHERE s.episode_id = e.episode_id AND status = 'attended' AND s.day BETWEEN 0 AND 89) = 3
        AS above
    FROM ends e WHERE admitted >= cohort_from() AND cut_day >= 90)
  SELECT tier, NULL AS family, site, count(*) FILTER (above) AS above, count(*) AS below
  FROM units GROUP BY GROUPING SETS ((), (tier), (site));

-- Days inside a lapse or relapse; one without an end lasts to the day before the next sober sign.
CREATE TABLE relapsed AS
  WITH records AS (
    SELECT v.episode_id, date_diff('day', admitted, iso(started_on)) AS first,
      date_diff('day', admitted, iso(ended_on)) AS written_end, exit_day, cut_day
    FROM (
      SELECT * FROM relapse_versions
      WHERE iso(started_on) IS NOT NULL AND severity IN ('lapse', 'relapse')
      QUALIFY row_number() OVER (PARTITION BY relapse_id ORDER BY filename DESC, line DESC) = 1) v
    JOIN ends USING (episode_id)
    WHERE v.row_deleted IS NULL AND iso(started_on) <= cut()
      AND date_diff('day', admitted, iso(started_on)) >= -7)
  SELECT episode_id, first,
    CASE WHEN written_end IS NOT NULL THEN least(written_end, cut_day)
      ELSE greatest(first, least(cut_day, coalesce(exit_day, 100000), coalesce(
        (SELECT min(a.day) FROM answers a
         WHERE a.episode_id = r.episode_id AND a.sober AND a.day > r.first), 100000) - 1))
    END AS last
  FROM records r;

CREATE TABLE weeks AS
  SELECT episode_id, k,
    EXISTS (SELECT 1 FROM answers a WHERE a.episode_id = e.episode_id AND a.sober
      AND a.day BETWEEN 7 * k - 6 AND 7 * k) AS sober,
    EXISTS (SELECT 1 FROM answers a WHERE a.episode_id = e.episode_id AND a.used
      AND a.day BETWEEN 7 * k - 6 AND 7 * k)
    OR EXISTS (SELECT 1 FROM relapsed x WHERE x.episode_id = e.episode_id
      AND x.first <= 7 * k AND x.last >= 7 * k - 6) AS used
  FROM ends e, generate_series(1, 12) AS t(k)
  WHERE admitted >= cohort_from() AND cut_day >= 84;

CREATE TABLE continuous_12 AS
  WITH episodes AS (
    SELECT e.episode_id, e.tier, e.site, e.at_landmark, e.followed_to,
      bool_and(w.sober AND NOT w.used) AS throughout,
      bool_and(w.sober AND NOT w.used) FILTER (7 * k - 6 > landmark()) AS after_landmark
    FROM ends e JOIN weeks w USING (episode_id)
    GROUP BY episode_id, e.tier, e.site, e.at_landmark, e.followed_to)
  SELECT tier, NULL AS family, site, count(*) FILTER (throughout) AS above, count(*) AS below
  FROM episodes GROUP BY GROUPING SETS ((), (tier), (site))
  UNION ALL
  SELECT tier, at_landmark, NULL, count(*) FILTER (after_landmark), count(*)
  FROM episodes WHERE followed_to > landmark()
  GROUP BY GROUPING SETS ((at_landmark), (tier, at_landmark));
