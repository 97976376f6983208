package dev.aludel.dialect.mysql;

import dev.aludel.schema.Dependency;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads views, triggers, routines and events with the queries of {@link MySqlObjectCatalogue}. Whom they belong to
 * ({@code DEFINER}) is a matter of accounts and left out.
 */
final class MySqlObjectInspector {
    private final CatalogueReader catalogue;
    private final MySqlBodyReader bodies;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final Set<Dependency> dependencies = new HashSet<>();

    private MySqlObjectInspector(CatalogueReader catalogue) {
        this.catalogue = catalogue;
        this.bodies = new MySqlBodyReader(catalogue.connection());
    }

    /** The schema with all objects, sorted by kind and name, and what needs what. */
    static Schema addTo(Schema schema, CatalogueReader catalogue) throws SQLException {
        MySqlObjectInspector inspector = new MySqlObjectInspector(catalogue);
        inspector.addRoutines();
        inspector.addViews();
        inspector.addTriggers();
        inspector.addEvents();
        inspector.objects.sort(
                Comparator.comparing((SchemaObject object) -> object.name().kind())
                        .thenComparing(object -> object.name().describe()));
        return schema.withObjects(inspector.objects).withDependencies(inspector.dependencies);
    }

    private void addRoutines() throws SQLException {
        Map<TableName, List<MySqlRoutineReader.Parameter>> parameters =
                catalogue.byName(MySqlObjectCatalogue.PARAMETERS, MySqlRoutineReader::parameter);
        for (var routines : catalogue
                .byName(MySqlObjectCatalogue.ROUTINES, MySqlRoutineReader::row)
                .entrySet()) {
            List<MySqlRoutineReader.Parameter> all = parameters.getOrDefault(routines.getKey(), List.of());
            for (MySqlRoutineReader.Row row : routines.getValue()) {
                objects.add(MySqlRoutineReader.object(routines.getKey(), row, all, bodies));
            }
        }
    }

    private void addEvents() throws SQLException {
        for (var event : catalogue
                .byName(MySqlObjectCatalogue.EVENTS, MySqlEventReader::row)
                .entrySet()) {
            objects.add(MySqlEventReader.object(event.getKey(), event.getValue().get(0), bodies));
        }
    }

    /** A view that reads a column which changes goes on reading it: only what must be there first is a dependency. */
    private void addViews() throws SQLException {
        MySqlViewReader reader = new MySqlViewReader(catalogue);
        Map<TableName, List<MySqlViewReader.Row>> views =
                catalogue.byName(MySqlObjectCatalogue.views(catalogue.product()), MySqlViewReader::row);
        views.forEach((name, rows) -> {
            SchemaObject view = reader.object(name, rows.get(0));
            for (TableName read : reader.reads(rows.get(0))) {
                if (views.containsKey(read) && !read.equals(name)) {
                    need(view.name(), ObjectName.of(Kind.VIEW, read));
                }
                objects.stream()
                        .map(SchemaObject::name)
                        .filter(other ->
                                other.kind() == Kind.FUNCTION && other.name().equals(read))
                        .forEach(function -> need(view.name(), function));
            }
            objects.add(view);
        });
    }

    /** A trigger of a table. */
    private record Trigger(String name, String moment, String statement, boolean follows) {

        static Trigger of(ResultSet row) throws SQLException {
            return new Trigger(
                    row.getString("trigger_name"),
                    row.getString("action_timing") + " " + row.getString("event_manipulation"),
                    row.getString("action_statement"),
                    row.getInt("action_order") > 1);
        }
    }

    private void addTriggers() throws SQLException {
        for (var triggers :
                catalogue.byName(MySqlObjectCatalogue.TRIGGERS, Trigger::of).entrySet()) {
            TableName table = triggers.getKey();
            Optional<Trigger> last = Optional.empty();
            for (Trigger trigger : triggers.getValue()) {
                ObjectName name = ObjectName.trigger(trigger.name(), table);
                Optional<Trigger> previous = last.filter(before -> trigger.follows());
                previous.ifPresent(before -> need(name, ObjectName.trigger(before.name(), table)));
                String order = previous.map(before -> " FOLLOWS " + MySqlIdentifiers.quote(before.name()))
                        .orElse("");
                objects.add(SchemaObject.of(
                        name,
                        new SchemaObject.Statement(
                                "CREATE TRIGGER " + MySqlRenderer.CLAUSES.table(table.withName(trigger.name())) + " "
                                        + trigger.moment() + " ON " + MySqlRenderer.CLAUSES.table(table)
                                        + " FOR EACH ROW" + order + "\n" + bodies.read(name, trigger.statement()))));
                last = Optional.of(trigger);
            }
        }
    }

    private void need(ObjectName dependent, ObjectName needed) {
        dependencies.add(new Dependency(dependent, needed, Optional.empty()));
    }
}
