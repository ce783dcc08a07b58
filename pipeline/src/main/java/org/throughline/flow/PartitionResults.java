package org.throughline.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Takes what partitions yield as each of them ends, so that the driver never holds all of it. */
final class PartitionResults {
  private PartitionResults() {}

  /** Runs a job and gives each element to a consumer, one at a time, in no order. */
  static <T> void forEach(JavaRDD<T> elements, Consumer<T> consumer) {
    forEach(elements, 0, elements.getNumPartitions(), consumer);
  }

  /** The same of the partitions from a number to before another. */
  static <T> void forEach(JavaRDD<T> elements, int from, int to, Consumer<T> consumer) {
    RDD<T> rdd = elements.rdd();
    List<Object> partitions = new ArrayList<>();
    for (int i = from; i < to; i++) {
      partitions.add(i);
    }
    Seq<Object> all = CollectionConverters.asScala(partitions).toSeq();
    ClassTag<List<T>> tag = ClassTag$.MODULE$.apply(List.class);
    rdd.sparkContext()
        .<T, List<T>>runJob(
            rdd,
            new Gather<T>(),
            all,
            new AbstractFunction2<Object, List<T>, BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object partition, List<T> yielded) {
                yielded.forEach(consumer);
                return BoxedUnit.UNIT;
              }
            },
            tag);
  }

  private static final class Gather<T> extends AbstractFunction2<TaskContext, Iterator<T>, List<T>>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public List<T> apply(TaskContext context, Iterator<T> elements) {
      List<T> gathered = new ArrayList<>();
      while (elements.hasNext()) {
        gathered.add(elements.next());
      }
      return gathered;
    }
  }
}
